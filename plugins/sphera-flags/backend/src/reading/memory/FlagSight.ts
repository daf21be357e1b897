import type { KeptCell, KeptFlag } from '../../storage/Kept';

/** One flag, as it is seen: in each cluster, by the place of the cluster in the settings. */
export interface FlagSight {
  flag: string;
  /** Absent: a flag that nobody here knows, and that a cluster has nevertheless. */
  kept?: KeptFlag;
  /** One place for each cluster; empty where nothing is wanted and nothing was reported. */
  cells: Array<KeptCell | undefined>;
}
