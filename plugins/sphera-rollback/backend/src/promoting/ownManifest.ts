import { ManifestError, ownManifestPath } from '@sphera/plugin-git-node';
import { listed, type ServiceEntry } from '@sphera/plugin-operations-node';
import type { Sources } from '../adapters/github/Sources';
import type { DeclaredFile } from '../layouts/Layouts';

/** A manifest of a service's own repository. */
export interface OwnManifest {
  text: string;
  /** Where it is there; the first of several that are alike. */
  source: string;
}

/**
 * The manifest of a service's own repository that a file can begin with; `undefined`: it has none. Where one file stands for
 * several regions, their manifests have to be alike.
 * @throws ManifestError, NeighbourError
 */
export async function ownManifest(
  sources: Sources,
  service: ServiceEntry,
  { path, regions }: DeclaredFile,
  environment: string,
): Promise<OwnManifest | undefined> {
  const all = await Promise.all(
    regions.map(async region => {
      const source = ownManifestPath({ environment, region });
      return { source, text: await sources.read(service, source) };
    }),
  );
  const there = all.filter(isThere);
  if (there.length === 0) return undefined;
  const together = `${path} stands for ${listed(regions)} together`;
  if (there.length < all.length) {
    const missing = all.filter(one => !isThere(one));
    throw new ManifestError(
      `${together}: its own repository has ${pathsOf(
        there,
      )} alone, and must have the same as ${pathsOf(missing)}`,
    );
  }
  if (there.some(({ text }) => text !== there[0].text)) {
    throw new ManifestError(
      `${together}: ${pathsOf(there)} of its own repository must be alike`,
    );
  }
  return there[0];
}

function isThere(one: { source: string; text?: string }): one is OwnManifest {
  return one.text !== undefined;
}

function pathsOf(all: Array<{ source: string }>): string {
  return listed(all.map(({ source }) => source));
}
