import { endChildren, isInterrupted } from './children.mjs';
import { complain, Interrupted, Stop } from './say.mjs';

/**
 * Runs a script's task, ends what it left running, and turns its outcome into
 * the exit status: the number it answers (0 without one), 1 for a failure, 130
 * if the user ended it.
 *
 * @param {() => Promise<number | void>} task
 */
export async function main(task) {
  try {
    process.exitCode = (await task()) ?? 0;
  } catch (error) {
    process.exitCode = isInterrupted() ? 130 : 1;
    if (error instanceof Stop) complain(error.message);
    else if (!(error instanceof Interrupted)) console.error(error);
  } finally {
    await endChildren();
  }
}
