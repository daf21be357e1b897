import {
  checkManifest,
  MANIFEST_KINDS,
  ManifestError,
} from '@sphera/plugin-git-node';
import {
  listed,
  NeighbourError,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import type { Sources } from '../adapters/github/Sources';
import type { DeclaredFile } from '../layouts/Layouts';
import { parseImage } from '../layouts/spots/imageReference';
import { byHand } from './byHand';
import type { Origin } from './Origin';
import { ownManifest } from './ownManifest';

/** What a file that is new can be made from. */
export type FirstText =
  | { text: string; source: string }
  /** The service is not to run there, as far as anybody has said; in words, for whoever wants it to. */
  | { missing: string }
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
  way: { origin: Origin; environment: string },
): Promise<FirstText> {
  const { origin, environment } = way;
  const instead = byHand(service, file, way);
  if (instead) return { missing: instead };
  try {
    const own = await ownManifest(sources, service, file, environment);
    if (!own) {
      return {
        missing: `${service.title} has no manifest for ${listed(
          file.regions,
        )} in ${environment}: neither ${
          file.path
        }, nor one in its own repository`,
      };
    }
    const { text, source } = own;
    checkManifest(
      { path: source, text },
      rulesOf(service, origin, environment),
    );
    return own;
  } catch (error) {
    if (error instanceof ManifestError) {
      return { problem: error.message, isPassing: false };
    }
    if (!(error instanceof NeighbourError)) throw error;
    return { problem: error.message, isPassing: true };
  }
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
