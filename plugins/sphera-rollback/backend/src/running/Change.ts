import type { FileChange } from '@sphera/plugin-rollback-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { GitRepository } from '@sphera/plugin-git-node';
import { NoLayoutError, SpotError } from '../errors';
import { RepositoryError } from '@sphera/plugin-git-node';
import type { VersionSpot } from '../layouts/Layouts';
import { commitMessage } from './commitMessage';
import { StepFailure } from './endings';
import type { KeptCommit, KeptRollback } from './KeptRollback';
import type { RunnerParts } from './RunnerParts';
import { whoChanged } from './whoChanged';

/** A file of a rollback, with how its version is read and written. */
type SpottedFile = FileChange & { spot: VersionSpot };

/** What a rollback changes in one repository. */
export interface Change {
  repository: GitRepository;
  files: SpottedFile[];
  service: ServiceEntry;
}

/**
 * What it changes, by repository.
 * @throws StepFailure where the service or its layout is gone since
 */
export async function changesOf(
  rollback: KeptRollback,
  { directory, layouts, repositories }: RunnerParts,
): Promise<Change[]> {
  const service = await directory.get(rollback.service);
  if (!service) {
    throw new StepFailure(
      `${rollback.service} is no longer in the catalog`,
      'Bring it back to the catalog, or change the files by hand',
    );
  }
  const declared = declaredFiles();
  const files = rollback.files.map(file => {
    const found = declared.find(
      one => one.repository === file.repository && one.path === file.path,
    );
    if (!found) {
      throw new StepFailure(
        `${file.path} of ${file.repository} no longer declares the version: the layout was changed in the configuration`,
        'Start the rollback again with the files of today',
      );
    }
    return { ...file, spot: found.spot };
  });
  const names = [...new Set(files.map(({ repository }) => repository))];
  return names.map(name => ({
    repository: repositories.get(name),
    files: files.filter(({ repository }) => repository === name),
    service,
  }));

  function declaredFiles() {
    try {
      return layouts.filesOf(service!, rollback.environment);
    } catch (error) {
      if (!(error instanceof NoLayoutError)) throw error;
      throw new StepFailure(
        error.message,
        'Give the service a layout in the configuration, then start the rollback again',
      );
    }
  }
}

/** The branch as the remote has it, at most so old (ms). @throws RepositoryError also where only an old clone answers */
export async function headOf(
  repository: GitRepository,
  maxAge = 0,
): Promise<string> {
  const head = await repository.head({ maxAge });
  if (head.stale !== undefined) throw new RepositoryError(head.stale);
  return head.commit;
}

/**
 * The texts that change on top of a commit; none where every file says so already.
 * @throws StepFailure where a file says something else than it did when the rollback was asked for: a person decides
 */
export async function newTexts(
  { repository, files }: Change,
  base: string,
): Promise<Array<{ path: string; text: string }>> {
  const texts = [];
  for (const file of files) {
    const { path, spot, from, to } = file;
    const text = await repository.read(base, path);
    if (text === undefined) {
      throw new StepFailure(
        `${path} is gone from ${repository.name}`,
        'Find out who moved it; the layout in the configuration says where it should be',
      );
    }
    try {
      const says = spot.read(text);
      if (says === to) continue;
      if (says !== from) throw await whoChanged(repository, base, file, says);
      texts.push({ path, text: spot.write(text, to) });
    } catch (error) {
      if (!(error instanceof SpotError)) throw error;
      throw new StepFailure(
        error.message,
        `Put ${path} in order, then start the rollback again`,
      );
    }
  }
  return texts;
}

/** Writes its commit on top of another one; `undefined` where every file says so already. @throws as `newTexts` */
export async function writeCommit(
  change: Change,
  base: string,
  rollback: KeptRollback,
  { settings }: RunnerParts,
): Promise<Pick<KeptCommit, 'base' | 'hash'> | undefined> {
  const files = await newTexts(change, base);
  if (files.length === 0) return undefined;
  const hash = await change.repository.commit({
    base,
    files,
    message: commitMessage(rollback, change.service.name),
    author: settings.identity,
    at: rollback.startedAt,
  });
  return { base, hash };
}
