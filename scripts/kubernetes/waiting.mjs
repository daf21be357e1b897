import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { goOnUnlessInterrupted } from '../children.mjs';
import { Stop } from '../say.mjs';

const limit = 120_000;

/**
 * Asks again and again until the answer is yes; a question that fails counts as no.
 *
 * @param {string} what is waited for, as in "the nodes of region-a"
 * @param {() => Promise<boolean>} check
 * @param {Array<{ program: string, child: { ended: Promise<number> }, log: string }>} programs that have to stay alive meanwhile
 * @throws Stop if a program ends, or it takes more than two minutes
 */
export async function untilTrue(what, check, programs) {
  let gone;
  for (const each of programs) {
    each.child.ended.catch(() => {}).finally(() => (gone ??= each));
  }
  const deadline = Date.now() + limit;
  while (!(await check().catch(() => false))) {
    goOnUnlessInterrupted();
    if (gone) {
      const reason = lastWords(await readFile(gone.log, 'utf8'));
      throw new Stop(`${gone.program} does not start: ${reason}`);
    }
    if (Date.now() > deadline) {
      throw new Stop(
        `Kubernetes does not start: after ${
          limit / 1000
        } s, ${what} are not ready.`,
      );
    }
    await sleep(100);
  }
}

/**
 * @param {string} log of a program that ended
 * @returns {string} the line that says why: Go's programs print it last, or before their usage
 */
export function lastWords(log) {
  const all = log.trim().split('\n');
  const failure = all.findLast(line =>
    /^(Error:|error:|panic:|F\d{4} )/.test(line),
  );
  return (failure ?? all.at(-1)).replace(/^F\d{4} .*?\] /, '').trim();
}
