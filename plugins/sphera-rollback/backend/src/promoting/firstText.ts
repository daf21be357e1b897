import {
  checkManifest,
  MANIFEST_KINDS,
  ManifestError,
  ownManifestPath,
} from '@sphera/plugin-git-node';
import {
  NeighbourError,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import type { Sources } from '../adapters/github/Sources';
import type { DeclaredFile } from '../layouts/Layouts';
import { parseImage } from '../layouts/spots/imageReference';
import type { Origin } from './Origin';

/** What a file that is new can be made from. */
export type FirstText =
  | { text: string; source: string }
  /** The service is not to run there. */
  | 'none'
  /** Why it cannot be made, in words; `isPassing`: trying again may help. */
  | { problem: string; isPassing: boolean };

/**
 * Looks for the first manifest of a service in its own repository. Promoting commits with the rights of the portal:
 * hence only objects of the service, where and of which images it runs in the environment before.
 */
export async function firstText(
  sources: Sources,
  service: ServiceEntry,
  file: DeclaredFile,
  { origin, environment }: { origin: Origin; environment: string },
): Promise<FirstText> {
  const { path, repository, regions, kind } = file;
  if (regions.length > 1 || kind !== 'manifest') {
    return isOver(
      `${path} is not in ${repository} yet, and ${
        kind === 'manifest'
          ? `stands for several regions (${regions.join(', ')})`
          : `is no plain manifest (${kind})`
      }: write the first one by hand`,
    );
  }
  const source = ownManifestPath({ environment, region: regions[0] });
  try {
    const text = await sources.read(service, source);
    if (text === undefined) return 'none';
    checkManifest(
      { path: source, text },
      rulesOf(service, origin, environment),
    );
    return { text, source };
  } catch (error) {
    if (error instanceof ManifestError) return isOver(error.message);
    if (!(error instanceof NeighbourError)) throw error;
    return { problem: error.message, isPassing: true };
  }
}

function isOver(problem: string): FirstText {
  return { problem, isPassing: false };
}

function rulesOf(
  { name }: ServiceEntry,
  { environment: from, kinds, deployments = [] }: Origin,
  to: string,
) {
  const own = deployments.map(({ namespace }) => namespace);
  const images = deployments.flatMap(one =>
    one.images.flatMap(({ image }) => parseImage(image)?.repository ?? []),
  );
  return {
    name,
    // booking-staging becomes booking-production.
    namespaces: [
      ...new Set([...own, ...own.map(one => one.replaceAll(from, to))]),
    ],
    kinds: [...new Set([...MANIFEST_KINDS, ...kinds])],
    images: [...new Set(images)],
  };
}
