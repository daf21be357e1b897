import locksPlugin from '@sphera/plugin-locks-backend';
import { gate, listLocks, lock, unlock } from '@sphera/plugin-locks-common';
import { formatTarget } from '@sphera/plugin-operations-common';
import { people } from '../__testUtils__/company';
import {
  change,
  exampleCapability,
  look,
  remove,
} from '../__testUtils__/exampleCapability';
import {
  PIPELINE_TOKEN,
  Portal,
  startPortal,
} from '../__testUtils__/startPortal';

jest.setTimeout(120_000);

const { noor, priya, samuel } = people;

/** Starts a portal with a policy; who may do what, by the status that they get. */
async function start(policy?: object) {
  const portal = await startPortal({
    features: [locksPlugin, exampleCapability],
    policy,
  });
  return {
    portal,
    async may(person: string, ...[operation, target]: Question) {
      const input = [lock, unlock].includes(operation)
        ? { ...target, reason: 'a test' }
        : target;
      const token = await portal.signIn(person);
      const { status } = await portal.ask(operation, input, token);
      return { 200: true, 403: false }[status] ?? `HTTP ${status}`;
    },
  };
}
type Question = [operation: any, target: object];

const staging = { service: 'payments', environment: 'staging' };
const production = { service: 'payments', environment: 'production' };
const everywhere = { service: 'payments' };

describe('a capability that no rule speaks of', () => {
  let may: Awaited<ReturnType<typeof start>>['may'];
  beforeAll(async () => {
    ({ may } = await start());
  });

  it('is read by everybody', async () => {
    expect(await may(priya, look, production)).toBe(true);
  });

  it.each([change, remove])(
    'is used ($name) on a service by its owners and the platform team',
    async operation => {
      expect(await may(samuel, operation, production)).toBe(true);
      expect(await may(noor, operation, production)).toBe(true);
      expect(await may(priya, operation, production)).toBe(false);
    },
  );

  it('is used on all services at once by the platform team only', async () => {
    expect(await may(samuel, change, {})).toBe(false);
    expect(await may(noor, change, {})).toBe(true);
  });
});

describe('a rule of the configuration', () => {
  it('lets owners, and only in staging', async () => {
    const { may } = await start({
      rules: [
        {
          permissions: ['sphera-locks.lock'],
          allow: { allOf: ['owners', { inEnvironment: ['staging'] }] },
        },
      ],
    });
    expect(await may(samuel, lock, staging)).toBe(true);
    expect(await may(samuel, lock, production)).toBe(false);
    expect(await may(samuel, lock, everywhere)).toBe(false);
    expect(await may(priya, lock, staging)).toBe(false);
    expect(await may(noor, lock, staging)).toBe(false);
  });

  it('is asked about the place of the lock where an operation names a lock', async () => {
    const { portal, may } = await start({
      rules: [{ permissions: ['sphera-locks.unlock'], allow: 'owners' }],
    });
    const token = await portal.signIn(priya);
    const input = { ...production, reason: 'a test' };
    const { id } = await (await portal.ask(lock, input, token)).json();
    expect(await may(priya, unlock, { id })).toBe(false);
    expect(await may(samuel, unlock, { id })).toBe(true);
  });

  it('holds back a target without an environment where it excludes one', async () => {
    const { may } = await start({
      rules: [
        {
          permissions: ['sphera-locks.lock'],
          allow: {
            anyOf: ['platform', { not: { inEnvironment: ['production'] } }],
          },
        },
      ],
    });
    expect(await may(priya, lock, staging)).toBe(true);
    expect(await may(priya, lock, production)).toBe(false);
    expect(await may(priya, lock, everywhere)).toBe(false);
    expect(await may(noor, lock, everywhere)).toBe(true);
  });

  it('lets members of a group, or anybody but them', async () => {
    const { may } = await start({
      rules: [
        {
          permissions: ['sphera-locks.lock'],
          allow: { memberOf: ['group:default/tracking'] },
        },
        {
          permissions: ['sphera-locks.gate'],
          allow: { not: { memberOf: ['tracking'] } },
        },
      ],
    });
    expect(await may(priya, lock, production)).toBe(true);
    expect(await may(samuel, lock, production)).toBe(false);
    expect(await may(priya, gate, production)).toBe(false);
    expect(await may(samuel, gate, production)).toBe(true);
  });

  it('holds before those that follow, and before the defaults', async () => {
    const { may } = await start({
      rules: [
        { permissions: ['sphera-locks.list-*'], allow: 'everyone' },
        { permissions: ['sphera-locks.*'], allow: 'nobody' },
      ],
    });
    expect(await may(priya, listLocks, production)).toBe(true);
    expect(await may(noor, lock, production)).toBe(false);
    expect(await may(samuel, change, production)).toBe(true);
  });

  it('can name another group as the platform', async () => {
    const { may } = await start({ platformGroup: 'tracking' });
    expect(await may(priya, change, {})).toBe(true);
    expect(await may(noor, change, {})).toBe(false);
  });

  it('stops the start of the portal where it is wrong', async () => {
    await expect(
      start({ rules: [{ permissions: ['sphera-locks.lok'], allow: 'all' }] }),
    ).rejects.toThrow('sphera.policy.rules[0].permissions[0]: no permission');
  });
});

describe('the token of a pipeline', () => {
  it('may do what sphera.policy.callers grants it, and nothing else', async () => {
    const { portal } = await start({
      callers: [
        {
          subject: 'ci-pipeline',
          operations: ['sphera-locks:lock'],
          environments: ['staging'],
        },
      ],
    });
    const statusOf = async (target: object) => {
      const input = { ...target, reason: 'a test' };
      return (await portal.ask(lock, input, PIPELINE_TOKEN)).status;
    };
    expect(await statusOf(staging)).toBe(200);
    expect(await statusOf(production)).toBe(403);
    expect(await statusOf(everywhere)).toBe(403);
  });
});

describe('a page that asks whether to offer an operation', () => {
  async function offered(portal: Portal, person: string, resourceRef: string) {
    const response = await portal.fetch('/api/permission/authorize', {
      method: 'POST',
      token: await portal.signIn(person),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        items: [{ id: '1', permission: change.permission, resourceRef }],
      }),
    });
    return (await response.json()).items[0].result;
  }

  it('hears the same answer as the operation gives', async () => {
    const { portal } = await start();
    const target = formatTarget({
      service: 'component:default/payments',
      environment: 'production',
    });
    expect(await offered(portal, samuel, target)).toBe('ALLOW');
    expect(await offered(portal, priya, target)).toBe('DENY');
    expect(await offered(portal, samuel, 'fleet')).toBe('DENY');
    expect(await offered(portal, noor, 'fleet')).toBe('ALLOW');
  });
});
