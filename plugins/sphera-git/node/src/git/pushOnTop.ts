import type { Clock } from '@sphera/plugin-operations-node';
import { Mutex } from 'async-mutex';
import { RepositoryError } from '../errors';
import type { GitRepository } from './GitRepository';

/** How often a push may come second. */
const RACES = 40;
const RACE_WAIT_MS = 200;

/** What is to be on the branch: a commit to push, or what is there already. */
export type OnTop = { push: string } | { there: string | undefined };

// A clone is one: what is pushed from here waits for what is pushed from here.
const alone = new WeakMap<GitRepository, Mutex>();

/**
 * Has a commit written on top of the branch as the remote has it, and pushes it; again where somebody else was faster.
 *
 * @param write - writes it on top of `base`, or finds that there is nothing to write
 * @returns the commit that is on the branch; `undefined` where `write` found nothing to name
 * @throws RepositoryError, PushRefusedError, and what `write` throws
 */
export async function pushOnTop(
  repository: GitRepository,
  clock: Clock,
  write: (base: string) => Promise<OnTop>,
): Promise<string | undefined> {
  const mutex = alone.get(repository) ?? new Mutex();
  alone.set(repository, mutex);
  for (let races = 0; races < RACES; races++) {
    const outcome = await mutex.runExclusive(async () => {
      const { commit: base, stale } = await repository.head({ maxAge: 0 });
      if (stale !== undefined) throw new RepositoryError(stale);
      const wanted = await write(base);
      if ('there' in wanted) return { hash: wanted.there };
      const hash = wanted.push;
      return (await repository.push(hash)) === 'raced' ? 'raced' : { hash };
    });
    if (outcome !== 'raced') return outcome.hash;
    await new Promise<void>(resolve =>
      clock.after(RACE_WAIT_MS * clock.random(), resolve),
    );
  }
  const { name, branch } = repository;
  throw new RepositoryError(
    `${branch} of ${name} moves on faster than the portal can push: ${RACES} pushes came too late`,
  );
}
