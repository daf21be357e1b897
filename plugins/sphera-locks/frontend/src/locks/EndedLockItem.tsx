import { Text } from '@backstage/ui';
import { RiLockUnlockLine, RiTimeLine } from '@remixicon/react';
import { Lock } from '@sphera/plugin-locks-common';
import { Actor, TimeAgo } from '@sphera/plugin-operations-react';
import { useId } from 'react';
import { actionsInWords } from '../words';
import { Facts } from './Facts';
import { ItemFrame } from './ItemFrame';
import { LockedPlace } from './LockedPlace';
import { PlacedBy } from './PlacedBy';

type Ending = NonNullable<Lock['ended']>;

/** One lock that ended: what it was, and how it came to its end. */
export function EndedLockItem(props: { lock: Lock; ended: Ending }) {
  const { lock, ended } = props;
  const titleId = useId();
  const Icon = ended.how === 'expired' ? RiTimeLine : RiLockUnlockLine;
  return (
    <ItemFrame titleId={titleId} icon={<Icon size={20} aria-hidden />}>
      <Text as="h3" id={titleId} weight="bold">
        <LockedPlace lock={lock} />
      </Text>
      <Text>{lock.reason}</Text>
      <Facts>
        <li>Held back {actionsInWords(lock.actions)}</li>
        <li>
          by <PlacedBy lock={lock} />, <TimeAgo time={lock.placedAt} />
        </li>
      </Facts>
      <Text>
        <HowItEnded ended={ended} /> <TimeAgo time={ended.at} />
        {ended.reason && `: ${ended.reason}`}
      </Text>
    </ItemFrame>
  );
}

function HowItEnded(props: { ended: Ending }) {
  const { how, by } = props.ended;
  if (how === 'expired') return <>Ended by itself</>;
  if (!by) return <>Taken off</>;
  return (
    <>
      Taken off by <Actor actor={by} />
    </>
  );
}
