import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { OperationTransport } from '@sphera/plugin-operations-common';

/** How one plugin calls another: in somebody's name, or in its own. */
export function pluginTransport(
  services: { auth: AuthService; discovery: DiscoveryService },
  credentials?: BackstageCredentials,
): OperationTransport {
  const { auth, discovery } = services;
  return async (plugin, path, init) => {
    const base = await discovery.getBaseUrl(plugin);
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials ?? (await auth.getOwnServiceCredentials()),
      targetPluginId: plugin,
    });
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(`${base}${path}`, { ...init, headers });
  };
}
