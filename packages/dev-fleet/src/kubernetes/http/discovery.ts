import { allResources, groupVersionOf, type Resource } from '../resources';

/** The version of Kubernetes that the stand-in behaves like. */
const VERSION = { major: '1', minor: '34', gitVersion: 'v1.34.1' };

const SUBRESOURCE_KINDS: Record<
  string,
  { kind: string; verbs: string[] } & Partial<Resource>
> = {
  scale: {
    kind: 'Scale',
    group: 'autoscaling',
    version: 'v1',
    verbs: ['get', 'patch', 'update'],
  },
  log: { kind: 'Pod', verbs: ['get'] },
};

const groups = [...new Set(allResources.map(({ group }) => group))].filter(
  Boolean,
);

/** The discovery document at a path; `undefined` where there is none. */
export function discovery(path: string): object | undefined {
  if (path === '/version') {
    return {
      ...VERSION,
      gitCommit: '0000000000000000000000000000000000000000',
      gitTreeState: 'clean',
      buildDate: '2025-09-09T00:00:00Z',
      goVersion: 'go1.24.6',
      compiler: 'gc',
      platform: 'linux/amd64',
    };
  }
  if (path === '/api') {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [],
    };
  }
  if (path === '/apis') {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groups.map(groupDocument),
    };
  }
  const [root, group, version] = path.split('/').filter(Boolean);
  if (root === 'apis' && groups.includes(group) && !version) {
    return { kind: 'APIGroup', apiVersion: 'v1', ...groupDocument(group) };
  }
  return resourceList(path.replace(/^\/apis?\//, ''));
}

function groupDocument(name: string) {
  const versions = [
    ...new Set(
      allResources
        .filter(({ group }) => group === name)
        .map(({ version }) => version),
    ),
  ].map(version => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}

function resourceList(groupVersion: string): object | undefined {
  const found = allResources.filter(
    resource => groupVersionOf(resource) === groupVersion,
  );
  if (!found.length) return undefined;
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: found.flatMap(resource => [
      entry(resource),
      ...resource.subresources.map(name => subresourceEntry(resource, name)),
    ]),
  };
}

function entry({ plural, singular, namespaced, kind, shortNames }: Resource) {
  return {
    name: plural,
    singularName: singular,
    namespaced,
    kind,
    verbs: ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'],
    ...(shortNames.length && { shortNames }),
  };
}

function subresourceEntry(
  { plural, namespaced, kind }: Resource,
  name: string,
) {
  return {
    name: `${plural}/${name}`,
    singularName: '',
    namespaced,
    ...(SUBRESOURCE_KINDS[name] ?? { kind, verbs: ['get', 'patch', 'update'] }),
  };
}
