import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { Layout } from '@sphera/plugin-rollback-common';
import { NoLayoutError, SpotError } from '../errors';
import { RepositoryError } from '@sphera/plugin-git-node';
import type { DeclaredFile } from '../layouts/Layouts';
import type { ReadingParts } from './ReadingParts';

type InEnvironment = Layout['environments'][number];
type ReadFile = InEnvironment['files'][number];

/** Where a service can be rolled back: its files in each environment, and what they say now. */
export async function readLayout(
  parts: ReadingParts,
  service: ServiceEntry,
): Promise<Layout> {
  return {
    service: service.ref,
    environments: await Promise.all(
      parts.fleet.environments.map(async ({ name }) => ({
        environment: name,
        ...(await filesIn(parts, service, name)),
        active: await activeIn(parts, service, name),
      })),
    ),
  };
}

async function filesIn(
  parts: ReadingParts,
  service: ServiceEntry,
  environment: string,
): Promise<Pick<InEnvironment, 'files' | 'problem'>> {
  try {
    const files = await Promise.all(
      parts.layouts
        .filesOf(service, environment)
        .map(file => readFile(parts, file)),
    );
    const isThere = files.some(({ isMissing }) => !isMissing);
    if (!isThere && !isLiveIn(service, environment)) {
      return {
        files: [],
        problem: `${service.title} does not run here, as the catalog says`,
      };
    }
    return { files: files.map(({ isMissing: _, ...file }) => file) };
  } catch (error) {
    if (error instanceof NoLayoutError || error instanceof RepositoryError) {
      return { files: [], problem: error.message };
    }
    throw error;
  }
}

/** Where the catalog does not say, a service may be anywhere. */
function isLiveIn(
  { environments }: ServiceEntry,
  environment: string,
): boolean {
  return environments.length === 0 || environments.includes(environment);
}

async function readFile(
  { repositories, settings }: ReadingParts,
  { spot, ...file }: DeclaredFile,
): Promise<ReadFile & { isMissing?: boolean }> {
  const repository = repositories.get(file.repository);
  const { commit } = await repository.head({ maxAge: settings.fetchEvery });
  const text = await repository.read(commit, file.path);
  if (text === undefined) {
    return {
      ...file,
      isMissing: true,
      problem: `${file.repository} has no such file on the branch ${repository.branch}`,
    };
  }
  try {
    return { ...file, version: spot.read(text) };
  } catch (error) {
    if (error instanceof SpotError) return { ...file, problem: error.message };
    throw error;
  }
}

async function activeIn(
  { store }: ReadingParts,
  { ref }: ServiceEntry,
  environment: string,
): Promise<InEnvironment['active']> {
  const running = await store.running(ref, environment);
  return running && { id: running.id, version: running.version };
}
