import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { refuseGuestInProduction } from './refuseGuestInProduction';

/**
 * The ways to sign in. Okta and OIDC sleep until they are configured; the
 * guest module does not start without its configuration, so it is only loaded with it.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  async *loader({ config }) {
    refuseGuestInProduction(config, process.env.NODE_ENV);

    yield import('@backstage/plugin-auth-backend-module-okta-provider');
    yield import('@backstage/plugin-auth-backend-module-oidc-provider');
    if (config.has('auth.providers.guest')) {
      yield import('@backstage/plugin-auth-backend-module-guest-provider');
    }
  },
});
