import {
  FieldError,
  listed,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import { SpotError } from '../errors';
import type { DeclaredFile } from '../layouts/Layouts';
import { firstText } from './firstText';
import type { Origin } from './Origin';
import type { PromotingParts } from './PromotingParts';
import type { PromotionWish } from './PromotionWish';
import type { TargetFile, TargetFiles } from './TargetFile';

interface Asked {
  service: ServiceEntry;
  origin: Origin;
  wish: PromotionWish;
  version: string;
  /** Of the GitOps repository. */
  commit: string;
}

/** One file: as it is to be, that there is none, or what is wrong. */
type Looked =
  | TargetFile
  | { missing: string }
  | { path: string; problem: string; isPassing: boolean };

/** The files of the environment that a version is promoted to, as they are and as they are to be. */
export async function targetFiles(
  parts: PromotingParts,
  declared: readonly DeclaredFile[],
  asked: Asked,
): Promise<TargetFiles> {
  const { regions } = asked.wish;
  const chosen = declared.filter(
    file => !regions || file.regions.some(one => regions.includes(one)),
  );
  const looked = await Promise.all(
    chosen.map(file => lookAt(parts, file, asked)),
  );
  const files = looked.filter(isFile);
  const problems = looked.flatMap(one => ('problem' in one ? one : []));
  const missing = looked.flatMap(one => ('missing' in one ? one.missing : []));
  // A region that it never was in may wait for a repository that does not answer; a first promotion cannot.
  const canWait = (problem: { isPassing: boolean }) =>
    problem.isPassing && files.length > 0;
  return {
    files,
    obstacles: [
      ...problems.filter(one => !canWait(one)).map(({ problem }) => problem),
      ...together(files, regions),
      ...(regions ? missing : []),
      ...(missing.length === chosen.length && !regions
        ? [nowhere(parts, chosen, missing, asked)]
        : []),
    ],
    warnings: problems
      .filter(canWait)
      .map(({ path, problem }) => `${path} is left out: ${problem}`),
  };
}

/** @throws FieldError for a region that the environment does not have */
export function checkRegions(
  declared: readonly DeclaredFile[],
  { regions = [], to }: PromotionWish,
): void {
  const there = [...new Set(declared.flatMap(file => file.regions))];
  const missing = regions.filter(region => !there.includes(region));
  if (missing.length === 0) return;
  throw new FieldError(
    'regions',
    `must be among ${there.join(', ')}: ${to} has no cluster in ${listed(
      missing,
    )}`,
  );
}

function isFile(one: Looked): one is TargetFile {
  return 'written' in one;
}

async function lookAt(
  { repositories, sources }: PromotingParts,
  file: DeclaredFile,
  { service, origin, wish, version, commit }: Asked,
): Promise<Looked> {
  const { path, spot } = file;
  const text = await repositories.get(file.repository).read(commit, path);
  try {
    if (text !== undefined) {
      const says = spot.read(text);
      const written = says === version ? text : spot.write(text, version);
      return { file, text, version: says, written };
    }
    const first = await firstText(sources, service, file, {
      origin,
      environment: wish.to,
    });
    if ('missing' in first) return first;
    if ('problem' in first) return { path, ...first };
    const { source } = first;
    return { file, source, written: spot.write(first.text, version) };
  } catch (error) {
    if (!(error instanceof SpotError)) throw error;
    return { path, problem: `${path}: ${error.message}`, isPassing: false };
  }
}

/** One file for several regions cannot change for one of them alone. */
function together(files: TargetFile[], regions: string[] | undefined) {
  return files
    .filter(
      ({ file }) =>
        regions && !file.regions.every(one => regions.includes(one)),
    )
    .map(
      ({ file }) =>
        `${file.path} stands for ${listed(
          file.regions,
        )} together: choose all of them`,
    );
}

function nowhere(
  { sources }: PromotingParts,
  [{ path, repository, kind }]: DeclaredFile[],
  [missing]: string[],
  { service, wish }: Asked,
): string {
  if (kind !== 'manifest') return missing;
  const own = sources.nameOf(service);
  return `${service.title} has no manifest for ${
    wish.to
  }: neither ${path} and the like in ${repository}, nor deploy/${
    wish.to
  }/<region>.yaml in ${
    own ??
    'a repository of its own, which the catalog would have to name (annotation github.com/project-slug)'
  }`;
}
