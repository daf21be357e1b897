import type { Alphabet, Place } from '@sphera/plugin-secrets-common';
import type { About } from '../standard/Standard';

/** What a change does in one place. */
export type Step =
  /** Creates the secret with its first version. */
  | 'create'
  /** Gives it a new version. */
  | 'replace'
  /** Makes one of its earlier versions current. */
  | 'go-back'
  /** Says something else about it. */
  | 'describe';

/** A change in one place. */
export interface ChangePlace extends Place {
  fullName: string;
  step: Step;
  /** The version that the change makes current; absent where it only describes. */
  versionId?: string;
  /** What was so before it; absent where the change creates it. */
  before?: { versionId?: string; about: About };
  /** Whether the change reached it, as far as is known. */
  isDone: boolean;
  /** Why it did not: a sentence. */
  problem?: string;
}

/** What a change says about a secret besides its value; absent: as it is. */
export interface AboutChange {
  description?: string;
  /** Milliseconds since 1970; `null`: no date any more. */
  rotateBy?: number | null;
  differsByRegion?: boolean;
}

/** How a value is made up. */
export interface Recipe {
  length: number;
  alphabet: Alphabet;
}

/** A version that a change copies. */
export interface Source extends Place {
  fullName: string;
  versionId: string;
}

/** Operations that change one secret of a service. */
export type ChangingOperation =
  | 'create-secret'
  | 'update-secret'
  | 'copy-secret'
  | 'adopt-secret'
  | 'restore-version'
  | 'delete-secret'
  | 'restore-secret';

/** A change of one secret in some places, with how far it got. Never a value. */
export interface Change {
  id: string;
  operation: ChangingOperation;
  /** Entity ref. */
  service: string;
  /** As operations take it. */
  name: string;
  /** Entity ref of the person, or subject of the program. */
  by: string;
  /** Milliseconds since 1970. */
  at: number;
  places: ChangePlace[];
  about: AboutChange;
  /** What is said about it where it is created, besides that; absent: nothing. */
  newAbout?: About;
  /** Where the value comes from, where it is on AWS already. */
  source?: Source;
  /** How the value is made up, where it is. */
  generate?: Recipe;
  /** Deletes the source in the end, recoverably for so many days. */
  deletesSource?: { recoveryDays: number };
}
