import { NeighbourFaults } from '../neighbours/NeighbourFaults';

/** What can be wrong with the git server, and what its clients see of it. */
export const GIT_FAULTS = {
  none: 'it answers',
  down: 'connections are reset',
  slow: 'each answer takes fifteen seconds',
  denied: 'pushes are answered with 403, as for a token that may only read',
  'cut-before': 'the connection breaks in a push, before the server took it',
  'cut-after': 'the connection breaks in a push, after the server took it',
  hook: 'a hook refuses every push with a sentence',
} as const;

export type GitFault = keyof typeof GIT_FAULTS;

/** Which fault, and how long. */
export interface GitFaultWish {
  fault: GitFault;
  /** Holds for so many requests that it is about; absent: until another is set. */
  times?: number;
}

const OF_PUSHES: GitFault[] = ['denied', 'cut-before', 'cut-after', 'hook'];

/** The fault of the git server; some are met by pushes alone. */
export class GitFaults extends NeighbourFaults<GitFault> {
  constructor() {
    super('git', GIT_FAULTS);
  }

  override meet(request: 'read' | 'push'): GitFault {
    const isMet = request === 'push' || !OF_PUSHES.includes(this.current);
    return isMet ? super.meet(request) : 'none';
  }
}
