import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import request from 'supertest';
import { Doorbell, doorbellPlugin } from './doorbell';
import { world } from './world';

/** Somebody who is signed in. */
export const dana = 'user:default/dana';

/** Starts the test capability, with an auditor that remembers, and callers at its door. */
export async function start(
  options: {
    config?: object;
    auditor?: any;
    catalog?: any;
    more?: any[];
  } = {},
) {
  const bell: Partial<Doorbell> = {};
  const audit: any[] = [];
  const { features, signals } = world(options);
  const { server } = await startTestBackend({
    features: [
      doorbellPlugin(bell),
      ...features,
      options.auditor ??
        mockServices.auditor.mock({
          createEvent: async (event: any) => {
            audit.push({
              status: event.meta.sphera.outcome ?? 'initiated',
              ...event.meta.sphera,
            });
            return {
              success: async (more: any) =>
                void audit.push({
                  status: 'succeeded',
                  ...event.meta.sphera,
                  ...more?.meta,
                }),
              fail: async (more: any) =>
                void audit.push({
                  status: 'failed',
                  ...event.meta.sphera,
                  error: more.error,
                }),
            };
          },
        }).factory,
      ...(options.more ?? []),
    ],
  });
  const as = (authorization: string) => ({
    get: (operation: string, query = {}) =>
      request(server)
        .get(`/api/sphera-doorbell/v1/${operation}`)
        .query(query)
        .set('authorization', authorization),
    post: (operation: string, body: any) =>
      request(server)
        .post(`/api/sphera-doorbell/v1/${operation}`)
        .set('authorization', authorization)
        .set('content-type', 'application/json')
        .send(typeof body === 'string' ? body : JSON.stringify(body)),
  });
  return {
    server,
    bell: bell as Doorbell,
    audit,
    signals,
    person: as(mockCredentials.user.header(dana)),
    program: as(
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('ci-pipeline'),
        targetPluginId: 'sphera-doorbell',
      }),
    ),
    nobody: as(mockCredentials.none.header()),
  };
}
