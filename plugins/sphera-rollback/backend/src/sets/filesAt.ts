import type { HistoricRun, ServiceHistory } from '../history/Versions';
import type { PlannedFile } from '../plans/PlanParts';

/**
 * The files that said something else at a moment than they do now, each with what it said.
 * `sentence` is why there are none, where there are none.
 */
export function filesAt(
  { files }: ServiceHistory,
  at: string,
): { changed: PlannedFile[]; sentence: string } {
  const then = files.map(file => ({
    ...file,
    to: file.runs.find(run => covers(run, Date.parse(at)))?.version,
  }));
  const known = then.filter((file): file is PlannedFile => Boolean(file.to));
  const changed = known.filter(({ to, version }) => to !== version);
  const versions = [...new Set(known.map(({ to }) => to))];
  return {
    changed,
    sentence:
      known.length > 0
        ? `Was to run ${versions.join(', ')} then as it is now`
        : 'Was not to run yet then',
  };
}

function covers({ deployedAt, endedAt }: HistoricRun, at: number): boolean {
  return Date.parse(deployedAt) <= at && (!endedAt || Date.parse(endedAt) > at);
}
