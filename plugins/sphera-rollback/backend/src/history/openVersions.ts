import type { Clock, ServiceEntry } from '@sphera/plugin-operations-node';
import type { FileRevision, GitRepositories } from '@sphera/plugin-git-node';
import { SpotError } from '../errors';
import type { DeclaredFile, Layouts } from '../layouts/Layouts';
import type { RollbackSettings } from '../settings/RollbackSettings';
import { runsOf } from './runsOf';
import type { ServiceHistory, Versions } from './Versions';
import { versionsOf } from './versionsOf';
import { WantedVersions } from './WantedVersions';

/** The trailer by which a commit says that its version changed a database for good. */
const MIGRATION = 'database-migration';

/** Opens what the repositories tell of versions. */
export function openVersions({
  settings,
  repositories,
  layouts,
  clock,
}: {
  settings: Pick<
    RollbackSettings,
    'repositories' | 'fetchEvery' | 'ranWellAfter'
  >;
  repositories: GitRepositories;
  layouts: Layouts;
  clock: Clock;
}): Versions {
  const wanted = new WantedVersions();

  /** What a file says now, and said before. */
  const read = (
    service: ServiceEntry,
    environment: string,
    file: DeclaredFile,
    revisions: FileRevision[],
  ) => {
    const links = settings.repositories.find(
      ({ name }) => name === file.repository,
    )!;
    const [newest] = revisions;
    if (newest?.text === undefined) {
      throw new SpotError(
        `${file.path} is not in the repository ${file.repository} on the branch ${links.branch}: it has to be there, or the layout of ${service.name} has to say where its version is`,
      );
    }
    const all = revisions.map(revision => ({
      revision,
      version: wanted.of(revision, `${service.ref} ${environment}`, file),
    }));
    return {
      file,
      runs: runsOf(all, file.regions, links),
      text: newest.text,
      version: all[0].version ?? readStrictly(file, newest.text),
    };
  };

  return {
    async of(service, environment, { regions, maxAge } = {}) {
      const declared = layouts.filesOf(service, environment);
      const chosen = declared.filter(
        file => !regions || file.regions.some(each => regions.includes(each)),
      );
      const repository = repositories.get(declared[0].repository);
      const head = await repository.head({
        maxAge: maxAge ?? settings.fetchEvery,
      });
      const histories = await Promise.all(
        chosen.map(({ path }) => repository.history(head.commit, path)),
      );
      const files: ServiceHistory['files'] = chosen.map((file, index) =>
        read(service, environment, file, histories[index]),
      );
      const migrations = new Map(
        histories
          .flat()
          .filter(({ trailers }) => trailers[MIGRATION])
          .map(({ hash, trailers }) => [hash, trailers[MIGRATION]]),
      );
      const { ranWellAfter } = settings;
      const now = clock.now();
      const versions = versionsOf(files, { now, ranWellAfter, migrations });
      return { head, versions, files };
    },
  };
}

/** @throws SpotError that names the file */
function readStrictly({ spot, path, repository }: DeclaredFile, text: string) {
  try {
    return spot.read(text);
  } catch (error) {
    if (!(error instanceof SpotError)) throw error;
    throw new SpotError(
      `${path} in the repository ${repository}: ${error.message}`,
    );
  }
}
