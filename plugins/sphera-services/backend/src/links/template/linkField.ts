import type { PlaceKind } from '../settings/LinkSettings';

/** A field of an address: a property by its name, or an annotation, of the service or of where it runs. */
export interface LinkField {
  of: PlaceKind;
  /** As the template has it, without braces. */
  name: string;
  /** Name of the annotation, where it is one. */
  annotation?: string;
}

const PROPERTIES: Record<string, PlaceKind> = {
  service: 'service',
  namespace: 'service',
  type: 'service',
  owner: 'service',
  system: 'service',
  repository: 'service',
  channel: 'service',
  environment: 'environment',
  region: 'region',
  cluster: 'cluster',
};
const ANNOTATION =
  /^(?:(environment|region|cluster)\.)?annotations\[(?:'([^']+)'|"([^"]+)")\]$/;

/** All that an address may contain, as people write it. */
export const KNOWN_FIELDS = [
  ...Object.keys(PROPERTIES).map(name => `{${name}}`),
  "{annotations['name']}",
  "{environment.annotations['name']} (and of region, cluster)",
].join(', ');

/** What a field stands for; `undefined` where there is no such field. */
export function linkField(name: string): LinkField | undefined {
  if (Object.hasOwn(PROPERTIES, name)) return { of: PROPERTIES[name], name };
  const [, of = 'service', single, double] = ANNOTATION.exec(name) ?? [];
  const annotation = single ?? double;
  return annotation ? { of: of as PlaceKind, name, annotation } : undefined;
}
