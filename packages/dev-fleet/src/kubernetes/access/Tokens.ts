import type { RequestInfo } from '../http/RequestInfo';
import { qualifiedName } from '../resources';
import { StatusError, unauthorized } from '../StatusError';
import { allows, type PolicyRule } from './rules';

/** Somebody with a bearer token. */
export interface Account {
  token: string;
  /** `system:serviceaccount:sphera-system:sphera` */
  user: string;
  /** Absent: everything. */
  rules?: PolicyRule[];
  /** It is the portal's own, which asks its locks itself. */
  isPortal?: boolean;
}

/**
 * Whose token it is.
 *
 * @throws StatusError 401 where it is nobody's
 */
export function authenticate(
  accounts: Account[],
  authorization: string | undefined,
): Account {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  const account = accounts.find(each => each.token === token);
  if (!account) throw unauthorized();
  return account;
}

/** @throws StatusError 403 in the words of RBAC */
export function authorize(
  { user, rules }: Account,
  request: RequestInfo,
): void {
  const { resource, subresource, namespace, name, verb } = request;
  const path = subresource
    ? `${resource.plural}/${subresource}`
    : resource.plural;
  const attempt = {
    verb,
    group: resource.group,
    resource: path,
    namespace,
    name,
  };
  if (!rules || allows(rules, attempt)) return;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  throw new StatusError(
    403,
    'Forbidden',
    `${qualifiedName(resource)}${
      name ? ` "${name}"` : ''
    } is forbidden: User "${user}" cannot ${verb} resource "${path}" in API group "${
      resource.group
    }" ${where}`,
    {
      ...(name && { name }),
      group: resource.group || undefined,
      kind: resource.plural,
    },
  );
}
