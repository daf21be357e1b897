import {
  createBackendPlugin,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { gate } from '@sphera/plugin-locks-common';
import { dana, start } from './__testUtils__/startDoorbell';
import { operationsServiceRef } from './operationsServiceRef';

/** A gate that is closed in some environments. */
const gateKeeper = (closed: string[] = []) =>
  createBackendPlugin({
    pluginId: 'sphera-locks',
    register(env) {
      env.registerInit({
        deps: { operations: operationsServiceRef },
        async init({ operations }) {
          operations.handle(gate, async ({ input }) => ({
            ...input,
            allowed: !closed.includes(input.environment!),
            reason: `it rains in ${input.environment}`,
            locks: [],
          }));
        },
      });
    },
  });

/** A policy that lets everybody do everything outside of these environments. */
const onlyOutsideOf = (environments: string[]) =>
  mockServices.permissions.mock({
    authorizeConditional: async asked =>
      asked.map(({ permission }) => ({
        result: 'CONDITIONAL' as const,
        pluginId: permission.name.split('.')[0],
        resourceType: 'sphera-target',
        conditions: {
          not: {
            rule: 'IN_ENVIRONMENT',
            resourceType: 'sphera-target',
            params: { environments },
          },
        },
      })) as any,
  });

const asked = {
  service: 'payments',
  environments: ['staging', 'production'],
  reason: 'lunch',
};
const startWith = (
  more: BackendFeature[],
  options?: Parameters<typeof start>[0],
) => start({ more, ...options });

describe('an operation on several targets at once', () => {
  it('runs once, and knows what they have in common', async () => {
    const { person, bell } = await startWith([gateKeeper()]);
    const { body } = await person.post('ring-around', asked);
    expect(body).toMatchObject({ rung: 2 });
    expect(bell.rings).toEqual([
      { service: 'component:default/payments', actor: dana, door: 'http' },
    ]);
    await person.post('ring-around', { ...asked, environments: ['staging'] });
    expect(bell.rings[1]).toMatchObject({ environment: 'staging' });
  });

  it('is on the record, and told to pages, with what they have in common', async () => {
    const { person, audit, bell } = await startWith([gateKeeper()]);
    await person.post('ring-around', asked);
    expect(audit[0]).toMatchObject({
      service: 'component:default/payments',
      input: { environments: ['staging', 'production'] },
    });
    expect(audit[0]).not.toHaveProperty('environment');
    expect(bell.changes).toMatchObject([
      { operation: 'ring-around', service: 'component:default/payments' },
    ]);
    expect(bell.changes[0]).not.toHaveProperty('environment');
  });

  it('is refused where the caller may not on one of them, which is named', async () => {
    const permissions = onlyOutsideOf(['production']);
    const more = [gateKeeper(), permissions.factory];
    const { person, audit, bell } = await startWith(more);
    const { status, body } = await person.post('ring-around', asked);
    expect(status).toBe(403);
    expect(body.error.message).toBe(
      'You may not do "Ring around" on component:default/payments in production: it belongs to group:default/checkout',
    );
    expect(audit).toMatchObject([{ status: 'refused' }]);
    expect(bell.rings).toEqual([]);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
  });

  it('is refused to a program that was granted only some of them', async () => {
    const grant = {
      subject: 'ci-pipeline',
      operations: ['sphera-doorbell:ring-around'],
      environments: ['staging'],
    };
    const { program } = await startWith([gateKeeper()], {
      config: {
        sphera: {
          fleet: {
            environments: [{ name: 'staging' }, { name: 'production' }],
          },
          policy: { callers: [grant] },
        },
      },
    });
    const { status, body } = await program.post('ring-around', asked);
    expect(status).toBe(403);
    expect(body.error.message).toContain('in production: grant it');
    const only = { ...asked, environments: ['staging'] };
    expect((await program.post('ring-around', only)).status).toBe(200);
    // None at all means the whole fleet, never nothing.
    const none = { ...asked, environments: [] };
    expect((await program.post('ring-around', none)).status).toBe(403);
  });

  it('is refused where a lock holds on one of them', async () => {
    const { person, bell } = await startWith([gateKeeper(['production'])]);
    const { status, body } = await person.post('ring-around', asked);
    expect(status).toBe(409);
    expect(body.error.message).toBe(
      '"Ring around" is held back: it rains in production',
    );
    expect(bell.rings).toEqual([]);
  });

  it('is refused where one of them does not exist, under the name of its field', async () => {
    const { person } = await startWith([gateKeeper()]);
    const { status, body } = await person.post('ring-around', {
      ...asked,
      environments: ['moon', 'staging', 'mars'],
    });
    expect(status).toBe(400);
    expect(body.error.details.fields).toEqual([
      { field: 'environments', message: 'must be one of staging, production' },
    ]);
  });
});

describe('a handler that asks whether the caller may do something else', () => {
  it('is told what the policy says of all targets, without a record of it', async () => {
    const { person, audit } = await startWith([
      gateKeeper(),
      mockServices.permissions.mock({
        authorizeConditional: async () => [{ result: 'ALLOW' as const } as any],
      }).factory,
    ]);
    const { body } = await person.post('ring-around', asked);
    expect(body).toEqual({ rung: 2, mayWhisper: true });
    expect(audit.map(({ operation }) => operation)).not.toContain(
      'sphera-doorbell:whisper',
    );
  });

  it('is told no where one target is refused', async () => {
    const { person } = await startWith([
      gateKeeper(),
      mockServices.permissions.mock({
        authorizeConditional: async ([{ permission }]) =>
          permission.name.endsWith('whisper')
            ? onlyOutsideOf(['production']).authorizeConditional(
                [{ permission }] as any,
                {} as any,
              )
            : [{ result: 'ALLOW' as const } as any],
      }).factory,
    ]);
    const { body } = await person.post('ring-around', asked);
    expect(body).toEqual({ rung: 2, mayWhisper: false });
  });

  it('is told no for a program that was granted less', async () => {
    const grant = {
      subject: 'ci-pipeline',
      operations: ['sphera-doorbell:ring-around'],
    };
    const { program } = await startWith([gateKeeper()], {
      config: {
        sphera: {
          fleet: {
            environments: [{ name: 'staging' }, { name: 'production' }],
          },
          policy: { callers: [grant] },
        },
      },
    });
    const { body } = await program.post('ring-around', asked);
    expect(body).toEqual({ rung: 2, mayWhisper: false });
  });
});
