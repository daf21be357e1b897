import { parseAllDocuments } from 'yaml';

/** An object as a manifest has it. */
export interface ManifestObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    annotations?: Record<string, string>;
    [more: string]: unknown;
  };
  [more: string]: unknown;
}

/** What an object is told apart by: `apps/Deployment booking/quotes`. */
export function keyOf({ apiVersion, kind, metadata }: ManifestObject): string {
  const [, group = ''] = /^(.+)\/[^/]+$/.exec(apiVersion) ?? [];
  const { namespace = '', name } = metadata;
  return `${group}/${kind} ${namespace}/${name}`;
}

/**
 * The objects of a manifest, which may have several documents.
 *
 * @throws Error where it is no YAML, or one of them is no object of Kubernetes
 */
export function objectsIn(text: string): ManifestObject[] {
  return parseAllDocuments(text)
    .filter(document => document.contents !== null)
    .map(document => {
      if (document.errors.length > 0) throw document.errors[0];
      const object = Object(document.toJS()) as Partial<ManifestObject>;
      const { apiVersion, kind, metadata } = object;
      if (apiVersion && kind && metadata?.name) return object as ManifestObject;
      throw new Error(
        'A document has no apiVersion, no kind, or no name in its metadata',
      );
    });
}
