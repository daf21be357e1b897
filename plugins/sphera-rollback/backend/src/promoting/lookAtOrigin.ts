import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { parseAllDocuments } from 'yaml';
import { NoLayoutError, SpotError } from '../errors';
import type { DeclaredFile } from '../layouts/Layouts';
import { lookAtFleet } from '../plans/FleetSight';
import type { Origin } from './Origin';
import type { PromotingParts } from './PromotingParts';

/**
 * Looks at what an environment runs, and is to run.
 * @param maxAge - how old what is known of the repository may be, in milliseconds
 * @throws RepositoryError
 */
export async function lookAtOrigin(
  parts: PromotingParts,
  service: ServiceEntry,
  environment: string,
  maxAge: number,
): Promise<Origin> {
  const [sight, texts] = await Promise.all([
    lookAtFleet(parts.clusters, service.ref, environment),
    textsIn(parts, service, environment, maxAge),
  ]);
  return {
    environment,
    declared: distinct(
      texts.flatMap(({ file, text }) => versionIn(file, text)),
    ),
    files: texts.map(({ file }) => file),
    kinds: distinct(
      texts.flatMap(({ file, text }) =>
        file.kind === 'manifest' ? kindsIn(text) : [],
      ),
    ),
    ...sight,
  };
}

function distinct(all: string[]): string[] {
  return [...new Set(all)];
}

async function textsIn(
  { layouts, repositories }: PromotingParts,
  service: ServiceEntry,
  environment: string,
  maxAge: number,
): Promise<Array<{ file: DeclaredFile; text: string }>> {
  const files = filesOr();
  if (files.length === 0) return [];
  const repository = repositories.get(files[0].repository);
  const { commit } = await repository.head({ maxAge });
  const texts = await Promise.all(
    files.map(({ path }) => repository.read(commit, path)),
  );
  return files.flatMap((file, nth) => {
    const text = texts[nth];
    return text === undefined ? [] : { file, text };
  });

  // What runs can be told without: by the clusters.
  function filesOr(): DeclaredFile[] {
    try {
      return layouts.filesOf(service, environment);
    } catch (error) {
      if (error instanceof NoLayoutError) return [];
      throw error;
    }
  }
}

function versionIn({ spot }: DeclaredFile, text: string): string[] {
  try {
    return [spot.read(text)];
  } catch (error) {
    if (error instanceof SpotError) return [];
    throw error;
  }
}

function kindsIn(text: string): string[] {
  return [...parseAllDocuments(text)].flatMap(document => {
    const kind =
      document.errors.length > 0 ? undefined : document.get?.('kind');
    return typeof kind === 'string' ? kind : [];
  });
}
