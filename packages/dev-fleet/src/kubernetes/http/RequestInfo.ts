import { allResources, type Resource } from '../resources';

/** What a request to the API is about, as authorization sees it. */
export interface RequestInfo {
  resource: Resource;
  /** Absent: all namespaces, or the kind has none. */
  namespace?: string;
  /** Absent: all of the kind. */
  name?: string;
  subresource?: string;
  /** get, list, watch, create, update, patch, delete, deletecollection */
  verb: string;
}

const VERBS: Record<string, string> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

/** Which group and version a path names, and the rest of it; `undefined` where it is outside of the API. */
function splitPath(
  path: string,
): { group: string; version: string; rest: string[] } | undefined {
  const [root, ...parts] = path
    .split('/')
    .filter(Boolean)
    .map(decodeURIComponent);
  if (root === 'api' && parts.length) {
    return { group: '', version: parts[0], rest: parts.slice(1) };
  }
  if (root === 'apis' && parts.length > 1) {
    return { group: parts[0], version: parts[1], rest: parts.slice(2) };
  }
  return undefined;
}

/** Whether a path is below a group and version that something is stored in. */
export function isKnownVersion(path: string): boolean {
  const split = splitPath(path);
  return allResources.some(
    ({ group, version }) => group === split?.group && version === split.version,
  );
}

/** Reads a path below a group and version; `undefined` where no kind is stored there. */
export function readRequest(
  method: string,
  path: string,
  query: URLSearchParams,
): RequestInfo | undefined {
  const split = splitPath(path);
  if (!split?.rest.length) return undefined;
  const { group, version, rest } = split;
  const isInside =
    rest[0] === 'namespaces' &&
    rest.length > 2 &&
    !['status', 'finalize'].includes(rest[2]);
  const [plural, name, subresource, ...more] = isInside ? rest.slice(2) : rest;
  const resource = allResources.find(
    each =>
      each.group === group &&
      each.version === version &&
      each.plural === plural,
  );
  if (!resource || more.length || (isInside && !resource.namespaced)) {
    return undefined;
  }
  if (subresource && !resource.subresources.includes(subresource)) {
    return undefined;
  }
  return {
    resource,
    ...(isInside && { namespace: rest[1] }),
    name,
    subresource,
    verb: verbOf(method, name, query),
  };
}

function verbOf(
  method: string,
  name: string | undefined,
  query: URLSearchParams,
): string {
  if (method === 'GET' || method === 'HEAD') {
    if (isTrue(query.get('watch'))) return 'watch';
    return name ? 'get' : 'list';
  }
  if (method === 'DELETE' && !name) return 'deletecollection';
  return VERBS[method] ?? method.toLowerCase();
}

/** Whether a query parameter says yes. */
export function isTrue(value: string | null): boolean {
  return value === 'true' || value === '1';
}
