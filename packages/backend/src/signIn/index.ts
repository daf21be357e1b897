import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import guest from '@backstage/plugin-auth-backend-module-guest-provider';
import oidc from '@backstage/plugin-auth-backend-module-oidc-provider';
import okta from '@backstage/plugin-auth-backend-module-okta-provider';
import { colleagueProvider } from './colleagueProvider';
import { colleagues } from './colleagues';
import { refuseGuestInProduction } from './refuseGuestInProduction';

/**
 * The ways to sign in. Okta and OIDC sleep until they are configured; the
 * guest module does not start without its configuration, so it is only loaded with it.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    refuseGuestInProduction(config, process.env.NODE_ENV);

    yield okta;
    yield oidc;
    if (config.has('auth.providers.guest')) {
      yield guest;
    }
    const people = colleagues(config);
    if (people.length > 0) {
      yield colleagueProvider(people);
    }
  },
});
