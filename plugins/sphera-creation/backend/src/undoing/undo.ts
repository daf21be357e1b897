import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { KeptCreation, KeptStep } from '../creations/KeptCreation';
import { STEP_TITLES, withStep } from '../creations/steps';
import { CreationConflictError } from '../errors';
import type { ActingParts } from '../acting/ActingParts';
import { sentenceOf } from '../acting/runStep';
import { takeBack } from './takeBack';

/** A step that began longer ago has died with its replica: nothing in a step takes so long, in milliseconds. */
const STEP_LIMIT = 180_000;

/**
 * Takes back what a creation made, the last first; asked again, it goes on where it stopped.
 * @throws NotFoundError; CreationConflictError while a step runs; and why a step could not be taken back
 */
export async function undo(
  parts: ActingParts,
  {
    id,
    ...asked
  }: {
    id: string;
    reason: string;
    /** Entity ref of who takes it back. */
    by: string;
    credentials: BackstageCredentials;
  },
): Promise<KeptCreation> {
  const { store, clock } = parts;
  let creation = await store.change(id, kept => {
    checkIsQuiet(kept, clock.now());
    return kept.state === 'undone' ? kept : { ...kept, state: 'undoing' };
  });
  if (creation.state === 'undone') return creation;
  for (const { step } of [...creation.steps].reverse()) {
    const kept = creation.steps.find(one => one.step === step)!;
    if (!isDue(kept)) continue;
    try {
      const sentence = await takeBack[step](parts, {
        creation,
        ...asked,
      });
      creation = await store.change(id, now =>
        withStep(now, step, {
          state: 'undone',
          sentence,
          links: [],
          at: clock.now(),
        }),
      );
    } catch (error) {
      await store.change(id, now =>
        withStep(now, step, {
          state: 'failed',
          sentence: sentenceOf(error),
          at: clock.now(),
        }),
      );
      throw error;
    }
  }
  return store.change(id, kept => ({
    ...kept,
    state: 'undone',
    endedAt: clock.now(),
  }));
}

/** What never began may have been made still: its answer was lost, or the template makes it by itself. */
function isDue({ state }: KeptStep): boolean {
  return state !== 'undone' && state !== 'skipped';
}

function checkIsQuiet({ id, state, draft, steps }: KeptCreation, now: number) {
  if (state !== 'running') return;
  const running = steps.find(
    step => step.state === 'running' && now - (step.at ?? 0) < STEP_LIMIT,
  );
  if (!running) return;
  throw new CreationConflictError(
    `${STEP_TITLES[running.step]} of ${
      draft.name
    } is being made just now: cancel the task of the template, or wait for it`,
    { creation: id },
  );
}
