/** An image with the container that runs it. */
interface ContainerImage {
  container: string;
  image: string;
}

/** What tells which container is the main one and which version it has. */
export interface VersionSource {
  images: readonly ContainerImage[];
  /** Names that the main container may have, the most telling first. */
  names: ReadonlyArray<string | undefined>;
  /** `app.kubernetes.io/version`. */
  label?: string;
}

/** The label that a version may be written in. */
export const VERSION_LABEL = 'app.kubernetes.io/version';

/** What the main container of a deployment may be called. */
export function mainNames(deployment: {
  name: string;
  labels: Record<string, string>;
  podLabels: Record<string, string>;
}): Array<string | undefined> {
  const { name, labels, podLabels } = deployment;
  const label = (key: string) => labels[key] ?? podLabels[key];
  return [
    name,
    label('backstage.io/kubernetes-id'),
    label('app.kubernetes.io/name'),
  ];
}

/** The container that is the service: the first of that name, else the first. */
export function mainOf<T>(
  containers: readonly T[],
  nameOf: (container: T) => string,
  names: VersionSource['names'],
): T | undefined {
  for (const name of names) {
    const found = containers.find(one => nameOf(one) === name);
    if (found) return found;
  }
  return containers[0];
}

/**
 * The version that runs: tag of the main image, else the label, else the
 * beginning of the digest. `latest` says nothing, so it counts as no tag.
 */
export function versionOf({ images, names, label }: VersionSource): string {
  const image = mainOf(images, one => one.container, names)?.image ?? '';
  const { tag, digest } = partsOf(image);
  if (tag && tag !== 'latest') return tag;
  return label ?? digest?.slice(0, 12) ?? tag ?? 'latest';
}

function partsOf(image: string): { tag?: string; digest?: string } {
  const [named, algorithmAndDigest] = image.split('@');
  // The host may have a port: only a colon after the last slash begins a tag.
  const [, tag] = /:([^:/]+)$/.exec(named) ?? [];
  return { tag, digest: algorithmAndDigest?.split(':').pop() };
}
