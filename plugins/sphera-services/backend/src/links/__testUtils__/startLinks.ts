import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ServiceLink } from '@sphera/plugin-services-common';
import request from 'supertest';
import servicesPlugin from '../..';
import { component, fleet } from './demo';

/** A backend with links as the configuration has them, and a catalog. */
export async function startLinks(
  options: {
    links?: JsonValue;
    entities?: Entity[];
    features?: Array<BackendFeature | Promise<{ default: BackendFeature }>>;
  } = {},
) {
  const { links, entities = [component('payments')], features = [] } = options;
  const { server } = await startTestBackend({
    features: [
      servicesPlugin,
      ...features,
      catalogServiceMock.factory({ entities }),
      mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
      mockServices.rootConfig.factory({
        data: { sphera: { fleet: fleet as JsonValue, links } },
      }),
    ],
  });
  const get = (path: string) =>
    request(server)
      .get(`/api/${path}`)
      .set('authorization', mockCredentials.user.header('user:default/dana'));
  const list = (query: string) => get(`sphera-services/v1/list-links?${query}`);
  const linksOf = async (service: string, query = ''): Promise<ServiceLink[]> =>
    (await list(`service=${service}${query}`).expect(200)).body.items;
  return { get, list, linksOf };
}

/** The addresses that one link makes of its template, for a service with these annotations. */
export async function addressesOf(
  link: string | JsonObject,
  annotations: Record<string, string> = {},
) {
  const written = typeof link === 'string' ? { url: link } : link;
  const { linksOf } = await startLinks({
    links: [{ id: 'one', title: 'One', ...written }],
    entities: [component('payments', annotations)],
  });
  return (await linksOf('payments')).map(({ url }) => url);
}
