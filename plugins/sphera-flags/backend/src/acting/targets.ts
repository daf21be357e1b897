import type { restoreFlag, startRollout } from '@sphera/plugin-flags-common';
import type { InputOf, Target } from '@sphera/plugin-operations-common';
import type { ActingParts } from './ActingParts';
import { presentCells } from './choosing/presentCells';
import { ringsAsked } from './choosing/ringsAsked';
import { targetsOf } from './choosing/targetsOf';
import { findFlag, findRollout } from './findFlag';
import { look } from './look';
import { clustersOfRestore, wantedThen } from './restore';

/** What each operation acts on: the flag's service in the clusters that are concerned. */
export function createTargets(parts: ActingParts) {
  const { stores } = parts;

  async function lookUp(key: string) {
    const { flag, cells } = await look(parts, key);
    const present = presentCells(cells).map(({ cluster }) => cluster);
    return { service: flag.service, present };
  }

  return {
    async ofFlag({ flag }: { flag: string }): Promise<Target[]> {
      const { service, present } = await lookUp(flag);
      return targetsOf(parts, service, present);
    },
    async ofRestore(input: InputOf<typeof restoreFlag>): Promise<Target[]> {
      const { service } = await findFlag(stores.changes, input.flag);
      const then = await wantedThen(parts, input);
      return targetsOf(parts, service, clustersOfRestore(parts, input, then));
    },
    async ofStart(input: InputOf<typeof startRollout>): Promise<Target[]> {
      const { service, present } = await lookUp(input.flag);
      const rings = ringsAsked(parts, input.rings, new Set(present));
      const clusters = rings.flatMap(ring => ring.clusters);
      return targetsOf(parts, service, clusters);
    },
    async ofRollout({ id }: { id: string }): Promise<Target[]> {
      const { service, rings } = await findRollout(stores.rollouts, id);
      const clusters = rings.flatMap(ring =>
        ring.clusters.map(({ cluster }) => cluster),
      );
      return targetsOf(parts, service, clusters);
    },
  };
}
