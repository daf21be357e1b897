import { changesOf, headOf, writeCommit } from '../Change';
import type { KeptCommit } from '../KeptRollback';
import type { DoStep } from '../StepRun';
import { whileItPasses } from '../whileItPasses';

/** What was asked of the repository for the plan is fresh enough; a push that loses a race looks again. */
const FRESH_MS = 3_000;

/** Writes the change into the clone of each repository; nobody sees it yet. */
export const commit: DoStep = async (held, parts) => {
  const { kept } = held;
  const { settings, clock } = parts;
  const limits = {
    step: 'commit' as const,
    limit: settings.rollOutLimit,
    clock,
  };
  const commits = await whileItPasses(held, limits, async () => {
    const written: KeptCommit[] = [];
    for (const change of await changesOf(kept, parts)) {
      const { name } = change.repository;
      const base = await headOf(change.repository, FRESH_MS);
      const made = await writeCommit(change, base, kept, parts);
      const way = settings.repositories.find(one => one.name === name)?.way;
      if (!made) continue;
      written.push({
        repository: name,
        ...made,
        way: way === 'pull-request' ? 'pull-request' : 'push',
      });
    }
    return written;
  });
  kept.commits = commits;
  return commits.length === 0
    ? { skipped: 'The files say so already' }
    : { sentence: commits.map(({ hash }) => hash.slice(0, 7)).join(', ') };
};
