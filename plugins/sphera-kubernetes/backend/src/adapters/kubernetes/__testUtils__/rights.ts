import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { ApiCall } from '../ApiServer';
import { loadAllYaml } from '@kubernetes/client-node';

/** The objects of the manifest that operators apply. */
export function shippedRole(): any[] {
  const file = resolvePackagePath(
    '@sphera/plugin-kubernetes-backend',
    'manifests/cluster-role.yaml',
  );
  return loadAllYaml(readFileSync(file, 'utf8'));
}

/** Each right that the manifest grants: `patch apps/deployments`, in one namespace with ` in` after it. */
export function grantedRights(): string[] {
  return shippedRole()
    .filter(({ kind }) => kind === 'ClusterRole' || kind === 'Role')
    .flatMap(({ kind, rules }) =>
      rules.flatMap((rule: any) => rights(kind, rule)),
    )
    .sort();
}

function rights(kind: string, rule: any): string[] {
  const things: string[] =
    rule.nonResourceURLs ??
    rule.resources.map((resource: string) =>
      [rule.apiGroups[0], resource].filter(Boolean).join('/'),
    );
  return things.flatMap(thing =>
    rule.verbs.map(
      (verb: string) => `${verb} ${thing}${kind === 'Role' ? ' in' : ''}`,
    ),
  );
}

const RESOURCE =
  /^\/(?:api|apis\/([^/]+))\/v\d+(?:\/namespaces\/[^/]+)?\/([a-z]+)(?:\/([^/]+))?(?:\/([^/]+))?$/;

/** The right that a call takes, written in the same way. */
export function rightOf({ method = 'GET', path, query = {} }: ApiCall): string {
  const found = RESOURCE.exec(path);
  if (!found) return `get ${path}`;
  const [, group, resource, name, part] = found;
  const thing = [group, resource, part].filter(Boolean).join('/');
  const everywhere = resource === 'configmaps' ? ' in' : '';
  return `${verbOf(method, name, query.watch === true)} ${thing}${everywhere}`;
}

function verbOf(method: string, name: string | undefined, watch: boolean) {
  switch (method) {
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    default:
      if (name) return 'get';
      return watch ? 'watch' : 'list';
  }
}
