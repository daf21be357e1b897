import type { Lock } from '@sphera/plugin-locks-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { oneBusForAllPlugins } from '@sphera/plugin-operations-node/testUtils';
import {
  ServiceFacts,
  serviceFactsExtensionPoint,
} from '@sphera/plugin-services-node';
import { startLocks } from './__testUtils__/startLocks';
import { locksFactsModule } from './locksFactsModule';

const PAYMENTS = 'component:default/payments';
const SEARCH = 'component:default/search';
const services = [PAYMENTS, SEARCH].map(ref => ({ ref } as ServiceEntry));

describe('the hub', () => {
  async function start() {
    const hub: { facts?: ServiceFacts<Lock[]> } = {};
    const backend = await startLocks({
      features: [locksFactsModule, oneBusForAllPlugins()],
      extensionPoints: [
        [
          serviceFactsExtensionPoint,
          { addFacts: (facts: any) => void (hub.facts = facts) },
        ],
      ],
    });
    return { ...backend, facts: hub.facts! };
  }

  it('knows the locks of each service; those on everything are on each', async () => {
    const { dana, facts } = await start();
    expect(await facts.forAll(services)).toEqual(new Map());

    await dana.post('lock', { service: 'payments', reason: 'one' });
    await dana.post('lock', { environment: 'staging', reason: 'all' });
    const found = await facts.forAll(services);
    const reasons = (ref: string) =>
      found.get(ref)?.map(({ reason }) => reason);
    expect(reasons(PAYMENTS)?.sort()).toEqual(['all', 'one']);
    expect(reasons(SEARCH)).toEqual(['all']);
    expect(facts.sortBy!(found.get(PAYMENTS)!)).toBe(2);
  });

  it('knows more locks than fit on a page', async () => {
    const { dana, facts } = await start();
    for (let n = 0; n < 201; n++) {
      await dana.post('lock', { service: 'payments', reason: `number ${n}` });
    }
    expect((await facts.forAll(services)).get(PAYMENTS)).toHaveLength(201);
  });

  it('finds what is locked in an environment', async () => {
    const { dana, facts } = await start();
    await dana.post('lock', {
      service: 'payments',
      environment: 'staging',
      reason: 'x',
    });
    const locks = (await facts.forAll(services)).get(PAYMENTS)!;
    const locked = facts.filters!.locked!;
    expect(locked(locks)).toBe(true);
    expect(locked(locks, 'staging')).toBe(true);
    expect(locked(locks, 'production')).toBe(false);
  });

  it('hears of changes', async () => {
    const { dana, facts } = await start();
    const changed = jest.fn();
    facts.onChange!(changed);
    await dana.post('lock', { service: 'payments', reason: 'one' });
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
