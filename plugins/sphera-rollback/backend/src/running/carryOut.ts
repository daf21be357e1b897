import {
  settleRollback,
  STEPS,
  type StepName,
} from '@sphera/plugin-rollback-common';
import {
  growingWait,
  StorageError,
  withoutValues,
} from '@sphera/plugin-operations-node';
import { Cancelled, LetGo, StepFailure } from './endings';
import { doStep } from './doStep';
import type { HeldRollback } from './HeldRollback';
import type { KeptRollback } from './KeptRollback';
import type { DoStep, StepParts } from './StepRun';
import { commit } from './steps/commit';
import { lock } from './steps/lock';
import { push } from './steps/push';
import { rollOut } from './steps/rollOut';
import { sync } from './steps/sync';
import { unlock } from './steps/unlock';

const RUN: Record<StepName, DoStep> = {
  commit,
  push,
  unlock,
  sync,
  'roll-out': rollOut,
  lock,
};

/** What is said while a step goes on, until it says more itself. */
const NOW: Record<StepName, string> = {
  commit: 'The change is being written',
  push: 'The change is being pushed',
  unlock: 'The lock of an earlier rollback is being taken off',
  sync: 'Argo CD is taking the change over',
  'roll-out': 'The clusters are following',
  lock: 'Deploys are being locked',
};

type Outcome = Pick<KeptRollback, 'state' | 'sentence' | 'nextStep'>;

/** The database, or the catalog, is away: whoever takes the rollback up next goes on with it. */
const isOutOfReach = (error: unknown) =>
  error instanceof StorageError ||
  (error as Error).name === 'ServiceUnavailableError';

/** Takes a rollback from where it is to its end, and has the end noted in the name of who asked for it. @throws LetGo */
export async function carryOut(
  held: HeldRollback,
  parts: StepParts,
): Promise<void> {
  const { kept } = held;
  if (kept.isSettled) return;
  const isOver = kept.state !== 'running';
  // One that is over may have lost its replica before its end was noted.
  await settle(held, parts, isOver ? kept : await toTheEnd(held, parts));
  kept.isSettled = true;
  await held.record('the note of the end');
}

async function toTheEnd(
  held: HeldRollback,
  parts: StepParts,
): Promise<Outcome> {
  const { kept } = held;
  const outcome = await runSteps(held, parts);
  const now = new Date(parts.clock.now()).toISOString();
  for (const step of kept.steps) {
    if (step.state === 'running') {
      step.state = outcome.state === 'cancelled' ? 'skipped' : 'failed';
      step.sentence = outcome.sentence;
      step.endedAt = now;
    } else if (step.state === 'waiting') {
      step.state = 'skipped';
      step.sentence = 'Not reached';
    }
  }
  kept.nextStep = outcome.nextStep;
  return outcome;
}

async function runSteps(
  held: HeldRollback,
  parts: StepParts,
): Promise<Outcome> {
  const { kept } = held;
  try {
    for (const name of STEPS) {
      await held.stopWhereAsked();
      if (held.step(name).state === 'waiting') kept.sentence = NOW[name];
      await doStep(held, parts, name, RUN[name]);
    }
    return done(kept);
  } catch (error) {
    if (error instanceof Cancelled) {
      return { state: 'cancelled', sentence: error.message };
    }
    if (error instanceof StepFailure) {
      const { message: sentence, nextStep } = error;
      return { state: 'failed', sentence, nextStep };
    }
    if (error instanceof LetGo || isOutOfReach(error)) throw error;
    parts.logger.error(
      `Rollback ${kept.id} cannot go on: ${withoutValues(error)}`,
    );
    return {
      state: 'failed',
      sentence: 'Something went wrong inside sphera, which is not your fault',
      nextStep: `Ask the platform team about rollback ${kept.id}; the log has it. Look at the repository before you start again`,
    };
  }
}

function done(kept: KeptRollback): Outcome {
  const { version, environment } = kept;
  const runs = `${version} runs in ${environment}`;
  const lockStep = kept.steps.find(({ name }) => name === 'lock')!;
  if (lockStep.state !== 'failed') return { state: 'done', sentence: runs };
  return {
    state: 'done',
    sentence: `${runs}. ${lockStep.sentence}`,
    nextStep: `Lock deploys to ${environment} by hand, so that no pipeline brings ${kept.from} back`,
  };
}

/** Until it is noted, however long the audit log cannot be written. */
async function settle(
  held: HeldRollback,
  { operations, clock, logger }: StepParts,
  { state, sentence }: Outcome,
): Promise<void> {
  const { id, startedBy } = held.kept;
  for (let tries = 1; ; tries++) {
    await held.stay();
    try {
      await operations.run(
        settleRollback,
        { id, state, sentence },
        { actor: startedBy, door: 'schedule' },
      );
      return;
    } catch (error) {
      if (error instanceof LetGo) throw error;
      await held.stay();
      logger.warn(`The end of rollback ${id} is not noted yet: ${error}`);
      await held.wait(growingWait(tries, clock.random));
    }
  }
}
