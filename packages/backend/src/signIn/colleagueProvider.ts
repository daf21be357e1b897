import { createBackendModule } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** The header that says which of them somebody wants to be. */
const header = 'x-sphera-colleague';

/**
 * Signs in, without a password, as one of the listed people: to try on a laptop what
 * needs two. Whoever is not listed, or not in the catalog, is refused.
 *
 * @param people - entity refs of users
 */
export const colleagueProvider = (people: readonly string[]) =>
  createBackendModule({
    pluginId: 'auth',
    moduleId: 'sphera-colleague-provider',
    register(module) {
      module.registerInit({
        deps: { providers: authProvidersExtensionPoint },
        async init({ providers }) {
          providers.registerProvider({
            providerId: 'colleague',
            factory: createProxyAuthProviderFactory({
              authenticator: createProxyAuthenticator({
                defaultProfileTransform: async () => ({ profile: {} }),
                initialize: () => undefined,
                authenticate: async ({ req }) => ({
                  result: oneOf(people, req.headers[header]),
                }),
              }),
              signInResolver: ({ result: entityRef }, context) =>
                context.signInWithCatalogUser({ entityRef }),
            }),
          });
        },
      });
    },
  });

function oneOf(people: readonly string[], wanted: unknown): string {
  const found = people.find(person => person === wanted);
  if (!found) {
    throw new NotAllowedError(
      `Nobody can enter as somebody whom auth.providers.colleague.people does not list; it lists ${people.join(
        ', ',
      )}`,
    );
  }
  return found;
}
