import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import signalsPlugin from '@backstage/plugin-signals-backend';
import policyModule from '../policy';
import { company } from './company';
import { Portal, portalAt } from './portalAt';
import { signInByName } from './signInByName';

export type { Portal } from './portalAt';

/** The token of the subject `ci-pipeline`. */
export const PIPELINE_TOKEN = 'pipeline-Xq7vB2nW9sKd4Hf8';

/** Starts a portal with real authentication, the real permission policy and these capabilities, stopped by the end of the tests. */
export async function startPortal(options: {
  features: BackendFeature[];
  /** `sphera.policy` of the configuration. */
  policy?: object;
  /** More of the catalog than the company. */
  entities?: Entity[];
  /** More of the configuration's `backend`. */
  backend?: object;
  /** `events` of the configuration. */
  events?: object;
  /** `sphera.fleet.clusters` of the configuration, all of them in the region `eu`. */
  clusters?: object[];
  /** `aws` and `sphera.secrets` of the configuration; secrets are in the region `eu`, too. */
  aws?: { aws: object; secrets: object };
  /** `sphera.rollback` of the configuration. */
  rollback?: object;
  /** `sphera.flags` of the configuration. */
  flags?: object;
}): Promise<Portal> {
  const { server } = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: {
            baseUrl: 'http://localhost:7007',
            ...options.backend,
            auth: {
              externalAccess: [
                {
                  type: 'static',
                  options: { subject: 'ci-pipeline', token: PIPELINE_TOKEN },
                },
              ],
            },
          },
          auth: { providers: { 'by-name': {} } },
          permission: { enabled: true },
          ...(options.events && { events: options.events }),
          ...(options.aws && { aws: options.aws.aws }),
          sphera: {
            fleet: {
              environments: [{ name: 'staging' }, { name: 'production' }],
              ...((options.clusters || options.aws) && {
                regions: [{ name: 'eu' }],
                clusters: options.clusters ?? [],
              }),
            },
            ...(options.aws && { secrets: options.aws.secrets }),
            ...(options.rollback && { rollback: options.rollback }),
            ...(options.flags && { flags: options.flags }),
            ...(options.policy && { policy: options.policy }),
          },
        },
      }),
      catalogServiceMock.factory({
        entities: [...company, ...(options.entities ?? [])],
      }),
      authServiceFactory,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      userInfoServiceFactory,
      authPlugin,
      signInByName,
      permissionPlugin,
      policyModule,
      signalsPlugin,
      ...options.features,
    ],
  });
  return portalAt(`http://localhost:${server.port()}`);
}
