import type { KeptRollback } from './KeptRollback';

/** This replica is not at the rollback any more, or shall not be: whoever is goes on with it. */
export class LetGo extends Error {
  name = 'LetGo' as const;
}

/** The rollback cannot go on; both sentences are for people. */
export class StepFailure extends Error {
  name = 'StepFailure' as const;
  constructor(sentence: string, readonly nextStep: string) {
    super(sentence);
  }
}

/** Somebody asked for its end, and nothing of it is in a repository. */
export class Cancelled extends Error {
  name = 'Cancelled' as const;
  constructor({ by, reason }: NonNullable<KeptRollback['cancel']>) {
    super(`${by} cancelled it: ${reason}`);
  }
}
