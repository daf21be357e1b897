import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { fleetServiceRef } from '@sphera/plugin-fleet-node';
import { checkCallers } from './checkCallers';
import { decide } from './decide';
import { knownPermissions, operations } from './knownPermissions';
import type { Policy } from './policy';
import { readPolicy } from './readPolicy';

const nothingAllowed: Policy = {
  platformGroup: '',
  rules: [{ permissions: ['*'], allow: 'nobody' }],
  environments: [],
};

/** Decides what people may do, by `sphera.policy` of the configuration; a wrong one stops the start. */
export const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'sphera-policy',
  register(module) {
    module.registerInit({
      deps: {
        config: coreServices.rootConfig,
        fleet: fleetServiceRef,
        policies: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ config, fleet, policies, userInfo }) {
        let policy = nothingAllowed;
        // Before it is read: next to what is wrong in it, Backstage would
        // otherwise complain of a missing policy, and advise to allow everything.
        policies.setPolicy({
          async handle({ permission }, user) {
            const info = user && (await userInfo.getUserInfo(user.credentials));
            return decide(policy, permission, info?.ownershipEntityRefs);
          },
        });
        checkCallers(config, { fleet, operations });
        policy = readPolicy(config, { fleet, known: knownPermissions });
      },
    });
  },
});
