import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type {
  CreationLink,
  CreationStep,
  CreationStepState,
} from '@sphera/plugin-creation-common';
import { type Actor, PublicError } from '@sphera/plugin-operations-node';
import type { KeptCreation, Made } from '../creations/KeptCreation';
import { stepOf, withStep } from '../creations/steps';
import { toStepAnswer } from '../creations/toAnswer';
import { CreationConflictError } from '../errors';
import type { ActingParts } from './ActingParts';

/** Who asks for a step of which creation. */
export interface StepCall {
  input: { creation: string };
  actor: Actor;
  credentials: BackstageCredentials;
}

/** What came of a step. */
export interface StepOutcome {
  state: 'done' | 'skipped';
  sentence: string;
  links?: CreationLink[];
  made?: Made;
}

/**
 * Carries a step out and keeps what came of it. Asked again it is carried out again, which finds what is there; once the
 * creation is done, the answer is what was kept.
 *
 * @throws NotFoundError; NotAllowedError for others than who began it; CreationConflictError once it is taken back;
 * and what `carryOut` throws
 */
export async function runStep(
  { store, clock }: Pick<ActingParts, 'store' | 'clock'>,
  { input: { creation: id }, actor }: StepCall,
  name: CreationStep,
  carryOut: (creation: KeptCreation) => Promise<StepOutcome>,
): Promise<CreationStepState> {
  const begun = await store.change(id, kept => {
    checkMayAct(kept, actor);
    if (kept.state === 'done') return kept;
    return {
      ...withStep(kept, name, { state: 'running', at: clock.now() }),
      state: 'running',
      endedAt: undefined,
    };
  });
  if (begun.state === 'done') return toStepAnswer(stepOf(begun, name));
  try {
    const { links = [], ...outcome } = await carryOut(begun);
    const ended = await store.change(id, kept =>
      withStep(kept, name, {
        made: undefined,
        ...outcome,
        links,
        at: clock.now(),
      }),
    );
    return toStepAnswer(stepOf(ended, name));
  } catch (error) {
    await store.change(id, kept => ({
      ...withStep(kept, name, {
        state: 'failed',
        sentence: sentenceOf(error),
        at: clock.now(),
      }),
      state: kept.state === 'running' ? 'stopped' : kept.state,
    }));
    throw error;
  }
}

/** @throws NotAllowedError, CreationConflictError */
export function checkMayAct(creation: KeptCreation, actor: Actor): void {
  const { state, startedBy, draft, id } = creation;
  // A program gets here only where the configuration grants it the operation.
  if (actor.kind === 'user' && actor.ref !== startedBy) {
    throw new NotAllowedError(
      `Only ${startedBy}, who began it, may go on with the creation of ${draft.name}`,
    );
  }
  if (state === 'undoing' || state === 'undone') {
    throw new CreationConflictError(
      `The creation of ${draft.name} ${
        state === 'undone' ? 'was taken back' : 'is being taken back'
      }: begin another one`,
      { creation: id },
    );
  }
}

/** Sentences that were thrown for people; of any other error nothing is known to be fit to be kept. */
export function sentenceOf(error: unknown): string {
  const { name, message } = error as Error;
  const isForPeople =
    error instanceof PublicError ||
    /^(Input|NotAllowed|NotFound|Conflict|ServiceUnavailable)Error$/.test(name);
  return isForPeople
    ? message
    : 'Something went wrong inside sphera; try again, or ask the platform team';
}
