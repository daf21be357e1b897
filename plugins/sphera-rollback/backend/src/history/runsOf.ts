import { fillTemplate } from '@sphera/plugin-fleet-node';
import type { FileRevision } from '@sphera/plugin-git-node';
import type { HistoricRun } from './Versions';

/** A revision of a file, and the version it wants; `undefined` where it cannot be read. */
export interface ReadRevision {
  revision: FileRevision;
  version: string | undefined;
}

/** What people open: a commit, a pull request. */
export interface Links {
  commitUrl?: string;
  pullRequestUrl?: string;
}

const iso = (at: number) => new Date(at).toISOString();

const isRollback = (trailers: FileRevision['trailers']) =>
  Boolean(trailers['sphera-operation'] && trailers['sphera-rollback-from']);

const endBy = ({ at, trailers }: FileRevision) => ({
  endedAt: iso(at),
  // Who goes forward again leaves a version that was fine.
  ...(isRollback(trailers) &&
    !trailers['sphera-undoes'] && {
      leftByRollback: trailers['sphera-operation'],
    }),
});

/**
 * The times that versions were to run, by the revisions of one file, the newest first. A revision that cannot be read
 * changes nothing; one that took the file away ends what ran.
 */
export function runsOf(
  revisions: readonly ReadRevision[],
  regions: string[],
  links: Links,
): HistoricRun[] {
  const runs: HistoricRun[] = [];
  let running: HistoricRun | undefined;
  for (const { revision, version } of [...revisions].reverse()) {
    const isGone = revision.text === undefined;
    const isAnother = version !== undefined && version !== running?.version;
    if (!isGone && !isAnother) continue;
    if (running) Object.assign(running, endBy(revision));
    running = isAnother ? toRun(revision, version, regions, links) : undefined;
    if (running) runs.unshift(running);
  }
  return runs;
}

function toRun(
  revision: FileRevision,
  version: string,
  regions: string[],
  links: Links,
): HistoricRun {
  const { hash, at, author, subject, trailers, pullRequest } = revision;
  return {
    version,
    regions,
    deployedAt: iso(at),
    author,
    commit: {
      hash,
      subject,
      url: links.commitUrl && fillTemplate(links.commitUrl, { hash }),
    },
    ...(pullRequest !== undefined && {
      pullRequest: {
        number: pullRequest,
        url:
          links.pullRequestUrl &&
          fillTemplate(links.pullRequestUrl, { number: String(pullRequest) }),
      },
    }),
    ...(isRollback(trailers) && { rollback: trailers['sphera-operation'] }),
  };
}
