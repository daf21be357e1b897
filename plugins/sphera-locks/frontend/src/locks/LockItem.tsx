import { Text } from '@backstage/ui';
import { RiGitMergeLine, RiLockLine } from '@remixicon/react';
import { Lock, unlock } from '@sphera/plugin-locks-common';
import { OperationButton, TimeAgo } from '@sphera/plugin-operations-react';
import { useId } from 'react';
import { useLockDialogs } from '../dialogs/useLockDialogs';
import { actionsInWords, isMergeFreeze } from '../words';
import { Facts } from './Facts';
import { ItemFrame } from './ItemFrame';
import { LockedPlace } from './LockedPlace';
import { LockEnd } from './LockEnd';
import { PlacedBy } from './PlacedBy';

/** One lock that holds: what, why, by whom, until when, and the way to take it off. */
export function LockItem(props: {
  lock: Lock;
  /** Whether it stands on the page of the service that it locks. Default: false. */
  isOnServicePage?: boolean;
}) {
  const { lock, isOnServicePage = false } = props;
  const isOnEverything = !lock.service;
  const isFreeze = isMergeFreeze(lock);
  const titleId = useId();
  const Icon = isFreeze ? RiGitMergeLine : RiLockLine;
  const isLarge = isOnEverything && !isOnServicePage;
  return (
    <ItemFrame
      titleId={titleId}
      icon={<Icon size={20} aria-hidden />}
      tone={isOnEverything ? toneOf(isFreeze) : 'neutral'}
      mark={isFreeze ? 'frozen' : 'locked'}
      deed={lock.window ? undefined : <UnlockButton lock={lock} />}
    >
      <Text
        as="h3"
        id={titleId}
        variant={isLarge ? 'title-x-small' : 'body-medium'}
        weight="bold"
      >
        <LockedPlace lock={lock} isServiceKnown={isOnServicePage} />
      </Text>
      <Text variant={isLarge ? 'body-large' : 'body-medium'}>
        {lock.reason}
      </Text>
      <Facts color={isOnEverything ? 'primary' : 'secondary'}>
        <li>Holds back {actionsInWords(lock.actions)}</li>
        <li>
          by <PlacedBy lock={lock} />, <TimeAgo time={lock.placedAt} />
        </li>
        <li>
          <LockEnd lock={lock} />
        </li>
      </Facts>
    </ItemFrame>
  );
}

function UnlockButton(props: { lock: Lock }) {
  const { lock } = props;
  const dialogs = useLockDialogs();
  const deed = isMergeFreeze(lock) ? 'Unfreeze' : 'Unlock';
  return (
    <OperationButton
      operation={unlock}
      target={{ service: lock.service, environment: lock.environment }}
      variant="secondary"
      aria-label={`${deed}: ${lock.reason}`}
      onPress={() => dialogs.unlock(lock)}
    >
      {deed}
    </OperationButton>
  );
}

function toneOf(isFreeze: boolean): 'warning' | 'danger' {
  return isFreeze ? 'warning' : 'danger';
}
