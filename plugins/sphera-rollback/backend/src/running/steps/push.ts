import { PushRefusedError } from '@sphera/plugin-git-node';
import { type Change, changesOf, headOf, writeCommit } from '../Change';
import { StepFailure } from '../endings';
import type { HeldRollback } from '../HeldRollback';
import type { KeptCommit } from '../KeptRollback';
import type { DoStep, StepParts } from '../StepRun';
import { whileItPasses } from '../whileItPasses';
import { findArrived } from './findArrived';
import { refusalOf } from './refusalOf';
import { throughPullRequest } from './throughPullRequest';

/** How often a push may lose a race. */
const RACES = 40;
const RACE_WAIT_MS = 200;
/** The clone knows what this process pushed itself. */
const KNOWN_MS = 60_000;

/** Brings the change to the branch of each repository, exactly once. */
export const push: DoStep = async (held, parts, isTakenUp) => {
  const { kept } = held;
  if (kept.commits.length === 0) {
    return { skipped: 'There is nothing to push' };
  }
  for (const change of await changesOf(kept, parts)) {
    const commit = kept.commits.find(
      ({ repository }) => repository === change.repository.name,
    );
    if (!commit || commit.pushed !== undefined) continue;
    if (commit.way === 'push')
      await straight(held, parts, change, commit, isTakenUp);
    if (commit.way === 'pull-request') {
      await throughPullRequest(held, parts, change, commit, isTakenUp);
    }
    kept.canStop = false;
    await held.record('push of a commit');
  }
  if (kept.undoes !== undefined) {
    await parts.store.noteUndone(kept.undoes, kept.id);
  }
  const hashes = kept.commits.flatMap(
    ({ pushed }) => pushed?.slice(0, 7) ?? [],
  );
  return hashes.length > 0
    ? { sentence: hashes.join(', ') }
    : { skipped: 'Somebody else made the same change meanwhile' };
};

/** Pushes to the branch itself; leaves it to a pull request where the branch turns out to be protected. */
async function straight(
  held: HeldRollback,
  parts: StepParts,
  change: Change,
  commit: KeptCommit,
  isTakenUp: boolean,
): Promise<void> {
  const { settings, clock, pullRequests, alone } = parts;
  const { repository } = change;
  const limits = { step: 'push' as const, limit: settings.rollOutLimit, clock };
  // One whose answer was lost, or that a dead replica sent.
  let mayBeThere = isTakenUp;
  let isWritten = !isTakenUp;

  // Nothing is written down in here: the next one who pushes to this repository waits.
  const attempt = async (): Promise<'over' | 'raced'> => {
    const head = await headOf(repository, mayBeThere ? 0 : KNOWN_MS);
    if (mayBeThere) {
      const arrived = await findArrived(repository, head, held.kept);
      if (arrived) {
        commit.pushed = arrived;
        return 'over';
      }
    }
    if (head !== commit.base || !isWritten) {
      const written = await writeCommit(change, head, held.kept, parts);
      if (!written) {
        const { kept } = held;
        kept.commits = kept.commits.filter(one => one !== commit);
        return 'over';
      }
      Object.assign(commit, written);
      isWritten = true;
    }
    await held.stay();
    mayBeThere = true;
    // Should it be asked again, the clone may be another one by then.
    isWritten = false;
    const outcome = await repository.push(commit.hash);
    if (outcome === 'raced') return 'raced';
    commit.pushed = commit.hash;
    return 'over';
  };

  try {
    for (let races = 0; ; races++) {
      const outcome = await whileItPasses(held, limits, async () => {
        await held.passPointOfNoReturn();
        return alone(repository.name, attempt);
      });
      if (outcome === 'over') return;
      if (races === RACES) {
        throw new StepFailure(
          `${repository.branch} of ${repository.name} moves on faster than the change can be pushed: ${RACES} pushes came too late`,
          'Start the rollback again in a moment',
        );
      }
      await held.wait(Math.round(RACE_WAIT_MS * clock.random()));
    }
  } catch (error) {
    if (!(error instanceof PushRefusedError)) throw error;
    const way = settings.repositories.find(
      ({ name }) => name === repository.name,
    )?.way;
    const canOpen = way === 'either' && pullRequests(repository.name);
    if (error.refusal !== 'protected' || !canOpen) {
      throw refusalOf(error, repository);
    }
    commit.way = 'pull-request';
    if (held.kept.commits.every(({ pushed }) => pushed === undefined)) {
      await held.goBackBeforeIt();
    }
  }
}
