import { Button, Flex, Text } from '@backstage/ui';
import { Lock } from '@sphera/plugin-locks-common';
import { EmptyState, FailedState } from '@sphera/plugin-operations-react';
import { RiLockUnlockLine } from '@remixicon/react';
import { useState } from 'react';
import { ListSkeleton } from './locks/ListSkeleton';
import { LockActions } from './locks/LockActions';
import { LockItem } from './locks/LockItem';
import { PageSection } from './PageSection';
import { ActiveLocks, useActiveLocks } from './useActiveLocks';
import { isMergeFreeze } from './words';

const SHOWN_AT_ONCE = 50;

/** What is locked now: all services first, then one by one. */
export function NowPage() {
  const locks = useActiveLocks();
  return (
    <PageSection title={summaryOf(locks)} actions={<LockActions />}>
      <Locks locks={locks} />
    </PageSection>
  );
}

function Locks(props: { locks: ActiveLocks }) {
  const { onEverything, onServices, isPending, error, retry } = props.locks;
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  if (error) return <FailedState what="Locks" error={error} onRetry={retry} />;
  if (isPending) return <ListSkeleton what="Locks" />;
  if (onEverything.length + onServices.length === 0) {
    return (
      <EmptyState
        icon={
          <RiLockUnlockLine
            size={32}
            color="var(--bui-fg-positive)"
            aria-hidden
          />
        }
        title="All services are open"
        description="Deploys, merges and everything else go ahead."
      />
    );
  }
  return (
    <Flex direction="column" gap="3">
      {onEverything.map(lock => (
        <LockItem key={lock.id} lock={lock} />
      ))}
      {onServices.slice(0, shown).map(lock => (
        <LockItem key={lock.id} lock={lock} />
      ))}
      {onServices.length > shown && (
        <Flex align="center" gap="3">
          <Button
            variant="secondary"
            onPress={() => setShown(shown + SHOWN_AT_ONCE)}
          >
            Show more
          </Button>
          <Text color="secondary">
            {onServices.length - shown} more locks on services
          </Text>
        </Flex>
      )}
    </Flex>
  );
}

function summaryOf(locks: ActiveLocks): string {
  const { onEverything, onServices, isPending, error } = locks;
  if (isPending || error) return 'Locks';
  if (onEverything.some(holdsEverywhere)) return 'Everything is locked';
  const all = onEverything.length + onServices.length;
  if (all === 0) return 'Nothing is locked';
  if (onEverything.some(isMergeFreeze)) return 'Merges are frozen';
  return all === 1 ? '1 lock holds' : `${all} locks hold`;
}

function holdsEverywhere(lock: Lock): boolean {
  return !lock.environment && !isMergeFreeze(lock);
}
