import { parseAllDocuments } from 'yaml';

/** How the version of a service stands in a file. */
export type VersionPlace =
  /** A value at a path, in Helm values or in a HelmRelease. */
  | { kind: 'yaml'; path: string[] }
  /** The tag of an image in a Kustomize overlay. */
  | { kind: 'kustomize'; image: string }
  /** The tag of a container's image in a Deployment. */
  | { kind: 'manifest'; image: string }
  /** A Helm parameter of an Argo CD application. */
  | { kind: 'application'; parameter: string };

/** As much of any of those files as is read. */
interface Read {
  [key: string]: unknown;
  kind?: string;
  images?: Array<{ name: string; newTag?: string }>;
  spec?: {
    template?: { spec?: { containers?: Array<{ image?: string }> } };
    source?: {
      helm?: { parameters?: Array<{ name: string; value?: string }> };
    };
  };
}

/**
 * The version that a file wants to run.
 *
 * @throws Error where it is no YAML, or has none at its place
 */
export function versionIn(text: string, place: VersionPlace): string {
  // Everything is text: 3.10 is no number.
  const documents = parseAllDocuments(text, { schema: 'failsafe' }).map(
    document => {
      if (document.errors.length > 0) throw document.errors[0];
      const read: unknown = document.toJS();
      return (typeof read === 'object' && read ? read : {}) as Read;
    },
  );
  const found = documents
    .map(document => valueIn(document, place))
    .find(value => value !== undefined);
  if (typeof found !== 'string' || !found) {
    throw new Error(`There is no version at ${JSON.stringify(place)}`);
  }
  return found;
}

function valueIn(document: Read, place: VersionPlace): unknown {
  switch (place.kind) {
    case 'yaml':
      return place.path.reduce<unknown>(
        (value, key) => (value as Record<string, unknown> | undefined)?.[key],
        document,
      );
    case 'kustomize':
      return document.images?.find(({ name }) => name === place.image)?.newTag;
    case 'manifest':
      return document.spec?.template?.spec?.containers
        ?.map(({ image = '' }) => image)
        .find(image => image.startsWith(`${place.image}:`))
        ?.slice(place.image.length + 1);
    default:
      return document.spec?.source?.helm?.parameters?.find(
        ({ name }) => name === place.parameter,
      )?.value;
  }
}
