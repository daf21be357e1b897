import {
  AuthService,
  coreServices,
  createBackendPlugin,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';

/** A backend plugin that does nothing but ask others. */
export function robot(pluginId: string) {
  let auth: AuthService;
  let permissions: PermissionsService;
  return {
    feature: createBackendPlugin({
      pluginId,
      register(env) {
        env.registerInit({
          // The router serves the keys that others verify the tokens with.
          deps: {
            auth: coreServices.auth,
            permissions: coreServices.permissions,
            router: coreServices.httpRouter,
          },
          async init(deps) {
            ({ auth, permissions } = deps);
          },
        });
      },
    }),
    /** A token with which this plugin may call another one. */
    async tokenFor(targetPluginId: string): Promise<string> {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId,
      });
      return token;
    },
    /** What the policy answers to a plugin that asks about somebody. */
    async mayThey(permission: ResourcePermission, theirToken: string) {
      const credentials = await auth.authenticate(theirToken);
      const asked = [{ permission }];
      return permissions.authorizeConditional(asked, { credentials });
    },
  };
}
