/** What can be wrong with the flags of a cluster, and what the portal sees of it. */
export const FLAG_FAULTS = {
  none: 'All is well',
  silent:
    'Nothing is heard of the cluster any more; it goes on with the flags it has',
  refuses: 'Its agent refuses every wish, and says why',
  edited:
    'Somebody edits the file by hand, once: the flag named by "flag", or the first, is disabled',
} as const;

/** One of them. */
export type FlagFault = keyof typeof FLAG_FAULTS;

/** Body of `POST /faults`, where it is about flags. */
export interface FlagFaultWish {
  neighbour: 'flags';
  cluster: string;
  fault: FlagFault;
  /** Which one is edited by hand. */
  flag?: string;
}
