import type { StepName } from '@sphera/plugin-rollback-common';
import type { HeldRollback } from './HeldRollback';
import type { DoStep, StepParts } from './StepRun';

const OVER = ['done', 'skipped', 'failed'];

/** Does a step unless it is over, and writes down that it began and how it ended. @throws as the step */
export async function doStep(
  held: HeldRollback,
  parts: StepParts,
  name: StepName,
  run: DoStep,
): Promise<void> {
  const step = held.step(name);
  if (OVER.includes(step.state)) return;
  const now = () => new Date(parts.clock.now()).toISOString();
  const isBegun = step.startedAt !== undefined;
  if (!isBegun) {
    step.state = 'running';
    step.startedAt = now();
    await held.record(`the beginning of ${name}`);
  }
  const result = await run(held, parts, isBegun);
  if ('skipped' in result) {
    step.state = 'skipped';
    step.sentence = result.skipped;
  } else {
    step.state = 'failed' in result ? 'failed' : 'done';
    step.sentence = 'failed' in result ? result.failed : result.sentence;
  }
  step.endedAt = now();
  await held.record(`the end of ${name}`);
}
