import type { FileChange } from '@sphera/plugin-rollback-common';
import type { FileRevision, GitRepository } from '@sphera/plugin-git-node';
import type { VersionSpot } from '../layouts/Layouts';
import { StepFailure } from './endings';

/** The failure of a rollback whose file somebody else changed since: who, when, and what to do. */
export async function whoChanged(
  repository: GitRepository,
  commit: string,
  file: FileChange & { spot: VersionSpot },
  says: string,
): Promise<StepFailure> {
  const { path, from } = file;
  const history = await repository.history(commit, path);
  const other = history.findIndex(
    revision => versionIn(revision, file.spot) !== says,
  );
  const first = history[other === -1 ? history.length - 1 : other - 1];
  const by = first
    ? `: ${first.author.name} changed it with ${first.hash.slice(0, 7)} (${
        first.subject
      })`
    : '';
  return new StepFailure(
    `${path} says ${says} now, not ${from}${by}`,
    'Nothing was changed there. See what runs now, and start a rollback from there if it is still needed',
  );
}

function versionIn({ text }: FileRevision, spot: VersionSpot) {
  try {
    return text === undefined ? undefined : spot.read(text);
  } catch {
    return undefined;
  }
}
