import type {
  CoveringFreeze,
  HoldState,
  Problem,
  Strategy,
} from '@sphera/plugin-merges-common';
import type { Statuses } from '../adapters/github/GitHub';

/** What was seen of a repository at GitHub, or told to it, so that a freeze need not look first. */
export interface KnownOfRepository {
  defaultBranch?: string;
  /** Id of the portal's own ruleset. */
  ruleset?: number;
  /** Statuses that it requires. */
  contexts?: string[];
  /** Whether GitHub refuses a merge without the status. */
  isEnforced?: boolean;
  /** How it was held, or let go, last. */
  strategy?: Strategy;
  /** With the strategy "ruleset": whether rules of somebody else ask for the status all the same. */
  isRequired?: boolean;
  /** Commits of its merge queue, and what each was told; absent: it was never seen to have one. */
  queue?: Record<string, Statuses>;
}

/** What is wanted of a repository. */
export interface Wish {
  wanted: 'open' | 'frozen';
  /** The newest first. */
  freezes: CoveringFreeze[];
}

/** What is so. Moments are milliseconds. */
export interface Outcome {
  state: HoldState;
  since: number;
  problem?: Problem;
  checkedAt?: number;
  open: number;
  held: number;
  exempt: number;
  /** When a pull request of it was updated last. */
  newestAt: number;
  known: KnownOfRepository;
}

/** A repository that the portal looks after. */
export interface KeptRepository extends Wish, Outcome {
  /** In lower case. */
  name: string;
  /** As GitHub writes it. */
  spelled: string;
  /** Entity refs. */
  services: string[];
  /** How often it was asked for: what is done is the number that was asked for then. */
  asked: number;
  /** Of `asked`: until here everything is to be compared with GitHub. */
  askedDeep: number;
  done: number;
  retryAt: number;
  tries: number;
  seenAt: number;
  /** The switch that is on the record. */
  noted: 'open' | 'frozen';
  /** It is to be let go of, and forgotten then. */
  isLeft: boolean;
}
