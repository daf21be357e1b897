import { Lock } from '@sphera/plugin-locks-common';
import { Actor } from '@sphera/plugin-operations-react';

/** Who placed a lock: a person, a program, or a freeze window. */
export function PlacedBy(props: { lock: Lock }) {
  const { lock } = props;
  return lock.window ? <>a freeze window</> : <Actor actor={lock.placedBy} />;
}
