import { RollbackConflictError } from '../errors';
import type { ServiceHistory } from '../history/Versions';
import type { KeptRollback } from '../running/KeptRollback';
import type { PlannedFile } from './PlanParts';

/**
 * The files that a rollback changed, each to say again what it said before.
 * @throws RollbackConflictError where there is nothing to take back, or where a file was changed since, naming by whom
 */
export function filesTakenBack(
  rollback: KeptRollback,
  { files }: ServiceHistory,
): PlannedFile[] {
  refuseIfOver(rollback);
  return rollback.files
    .filter(({ from, to }) => from !== to)
    .map(({ repository, path, from, to }) => {
      const file = files.find(
        one => one.file.repository === repository && one.file.path === path,
      );
      if (!file) {
        throw new RollbackConflictError(
          `${path} no longer says which version of ${rollback.service} is to run in ${rollback.environment}: a layout was changed since. Start a rollback to the version that you want`,
        );
      }
      if (file.version !== to) throw wasChanged(file, to);
      return { ...file, to: from };
    });
}

function refuseIfOver(rollback: KeptRollback): void {
  const { id, kind, undoneBy, commits, state } = rollback;
  if (kind === 'roll-forward') {
    throw new RollbackConflictError(
      'This is a roll-forward: to go back again, start a rollback',
      { rollback: id },
    );
  }
  if (undoneBy) {
    throw new RollbackConflictError(
      `This rollback was taken back already, by the roll-forward ${undoneBy}`,
      { rollback: undoneBy },
    );
  }
  if (!commits.some(({ pushed }) => pushed)) {
    throw new RollbackConflictError(
      state === 'running'
        ? 'Its change is not in the repository yet: cancel it instead'
        : 'Its change never came to the repository: there is nothing to take back',
      { rollback: id },
    );
  }
}

function wasChanged(
  { file, version, runs: [present] }: ServiceHistory['files'][number],
  left: string,
): RollbackConflictError {
  const by = present
    ? `, since ${present.author.name} changed it at ${present.deployedAt} (${present.commit.subject})`
    : '';
  return new RollbackConflictError(
    `${file.path} says ${version}${by}; the rollback had left it at ${left}. Start a rollback to the version that you want`,
    present?.rollback ? { rollback: present.rollback } : {},
  );
}
