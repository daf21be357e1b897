import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityInfoCard,
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { freezeMerges, listLocks, lock } from '@sphera/plugin-locks-common';
import {
  FailedState,
  OperationButton,
  useOperation,
} from '@sphera/plugin-operations-react';
import { RiLockUnlockLine } from '@remixicon/react';
import { useLockDialogs } from './dialogs/useLockDialogs';
import { ListSkeleton } from './locks/ListSkeleton';
import { LockItem } from './locks/LockItem';

const MOST_SHOWN = 50;

/** The locks of the service whose page it is on, and the buttons for more. */
export function LockCard() {
  const { entity } = useEntity();
  const service = stringifyEntityRef(entity);
  const title = useEntityPresentation(entity).primaryTitle;
  const dialogs = useLockDialogs();
  return (
    <EntityInfoCard
      title="Locks"
      headerActions={
        <>
          <OperationButton
            operation={freezeMerges}
            target={{ service }}
            variant="secondary"
            onPress={() => dialogs.freezeMerges({ ref: service, title })}
          >
            Freeze merges
          </OperationButton>
          <OperationButton
            operation={lock}
            target={{ service }}
            onPress={() => dialogs.lock({ kind: 'service', service, title })}
          >
            Lock
          </OperationButton>
        </>
      }
    >
      <LocksOf service={service} />
    </EntityInfoCard>
  );
}

function LocksOf(props: { service: string }) {
  const locks = useOperation(listLocks, {
    service: props.service,
    limit: MOST_SHOWN,
  });
  if (locks.error && !locks.data) {
    return (
      <FailedState
        what="Locks"
        error={locks.error}
        onRetry={() => locks.refetch()}
      />
    );
  }
  if (!locks.data) return <ListSkeleton what="Locks" />;
  if (locks.data.items.length === 0) {
    return (
      <Flex gap="2" align="center">
        <RiLockUnlockLine
          size={20}
          color="var(--bui-fg-positive)"
          aria-hidden
        />
        <Text>Open: no lock holds anything back.</Text>
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="2">
      {locks.data.items.map(one => (
        <LockItem key={one.id} lock={one} isOnServicePage />
      ))}
    </Flex>
  );
}
