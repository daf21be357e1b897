import type { Clock } from '@sphera/plugin-operations-common';
import type { FlagCluster } from './FlagCluster';

const LOOK_EACH_MS = 5_000;
/** Longer than the portal takes to see that all is in step. */
const SETTLED_MS = 10_000;

/** Somebody of a cluster edits a flag by hand once it is there: drift on purpose. Returns how to call it off. */
export function editOnce(
  cluster: FlagCluster,
  flag: string,
  clock: Clock,
): () => void {
  let callOff = () => {};
  const look = () => {
    callOff = clock.after(LOOK_EACH_MS, () => {
      void cluster.flags().then(flags => {
        if (!flags?.[flag]) look();
        else callOff = clock.after(SETTLED_MS, () => void cluster.edit(flag));
      });
    });
  };
  look();
  return () => callOff();
}
