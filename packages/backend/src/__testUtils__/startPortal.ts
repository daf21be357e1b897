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
import {
  Operation,
  requestFor,
  RequestOf,
} from '@sphera/plugin-operations-common';
import policyModule from '../policy';
import { company } from './company';
import { signInByName } from './signInByName';

/** The token of the subject `ci-pipeline`. */
export const PIPELINE_TOKEN = 'pipeline-Xq7vB2nW9sKd4Hf8';

/** A portal with real authentication and the real permission policy, for tests. */
export interface Portal {
  /** `http://localhost:12345` */
  url: string;
  /** Signs a person of the company in; their token. */
  signIn(userRef: string): Promise<string>;
  /** Asks for an operation with a token, or without. */
  ask<T extends Operation>(
    operation: T,
    input: RequestOf<T>,
    token?: string,
  ): Promise<Response>;
  /** Sends a request with a token, or without. */
  fetch(
    path: string,
    init?: RequestInit & { token?: string },
  ): Promise<Response>;
}

/** Starts a portal with these capabilities, stopped by the end of the tests. */
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
          sphera: {
            fleet: {
              environments: [{ name: 'staging' }, { name: 'production' }],
              ...(options.clusters && {
                regions: [{ name: 'eu' }],
                clusters: options.clusters,
              }),
            },
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
  const url = `http://localhost:${server.port()}`;
  const portal: Portal = {
    url,
    async signIn(userRef) {
      const response = await portal.fetch('/api/auth/by-name/refresh', {
        headers: { 'x-user': userRef },
      });
      const { backstageIdentity } = await response.json();
      return backstageIdentity.token;
    },
    ask(operation, input, token) {
      const { path, init } = requestFor(operation, input);
      return portal.fetch(`/api/${operation.plugin}${path}`, {
        ...init,
        token,
      });
    },
    fetch: (path, { token, ...init } = {}) =>
      fetch(url + path, {
        ...init,
        headers: {
          ...init.headers,
          ...(token && { authorization: `Bearer ${token}` }),
        },
      }),
  };
  return portal;
}
