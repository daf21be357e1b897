import { parseAllDocuments } from 'yaml';
import { ManifestError } from '../errors';
import { imagesIn } from './imagesIn';

/** What a new service may bring into its clusters. */
export interface ManifestRules {
  /** Of the service: its objects are called so, or begin with it. */
  name: string;
  /** Where its objects may be. */
  namespaces: string[];
  kinds: readonly string[];
  /** Its images without their tags; absent: any. */
  images?: string[];
}

interface KubernetesObject {
  kind?: unknown;
  metadata?: { name?: unknown; namespace?: unknown };
}

/**
 * Whoever creates a service, or promotes it for the first time, commits with the rights of the portal: hence only objects of the service itself, where it
 * belongs.
 * @throws ManifestError with the file, and what is wrong in it
 */
export function checkManifest(
  { path, text }: { path: string; text: string },
  rules: ManifestRules,
): void {
  const objects = objectsIn(path, text);
  if (objects.length === 0) throw wrong(path, 'holds no object');
  for (const object of objects) checkObject(path, object, rules);
}

function checkObject(
  path: string,
  object: KubernetesObject,
  { name, namespaces, kinds, images }: ManifestRules,
): void {
  const { kind, metadata = {} } = object;
  if (typeof kind !== 'string' || !kinds.includes(kind)) {
    throw wrong(
      path,
      `may not hold a ${String(kind)}: only ${kinds.join(', ')}`,
    );
  }
  const own = metadata.name;
  if (
    typeof own !== 'string' ||
    (own !== name && !own.startsWith(`${name}-`))
  ) {
    throw wrong(
      path,
      `has a ${kind} called ${String(
        own,
      )}: it must be ${name}, or begin with ${name}-`,
    );
  }
  if (!namespaces.some(one => one === metadata.namespace)) {
    throw wrong(
      path,
      `has a ${kind} in the namespace ${String(
        metadata.namespace,
      )}: it must be in ${namespaces.join(' or ')}`,
    );
  }
  if (!images) return;
  const foreign = imagesIn(object).find(
    one => !images.some(image => isOf(image, one)),
  );
  if (foreign !== undefined) {
    throw wrong(
      path,
      `has the image ${foreign}: it must be one of ${images.join(', ')}`,
    );
  }
}

function objectsIn(path: string, text: string): KubernetesObject[] {
  return [...parseAllDocuments(text)].flatMap(document => {
    const [problem] = document.errors;
    if (problem) throw wrong(path, `is no YAML: ${problem.code}`);
    // Expanded aliases are bounded by the parser.
    const object = document.toJS() as unknown;
    if (object === null || object === undefined) return [];
    if (typeof object !== 'object' || Array.isArray(object)) {
      throw wrong(path, 'holds something that is no object of Kubernetes');
    }
    return object as KubernetesObject;
  });
}

function isOf(image: string, reference: string): boolean {
  return (
    reference === image ||
    reference.startsWith(`${image}:`) ||
    reference.startsWith(`${image}@`)
  );
}

function wrong(path: string, sentence: string) {
  return new ManifestError(`${path} ${sentence}`);
}
