import {
  listed,
  PRODUCTION,
  putEverywhere,
  statesIn,
  SYDNEY,
  VIRGINIA,
} from './__testUtils__/asking';
import { serviceOf } from './__testUtils__/people';
import { ACCOUNTS } from './__testUtils__/settings';
import { startSecrets } from './__testUtils__/startSecrets';

describe('in bad weather', () => {
  it.each([
    ['denied', 'may not'],
    ['down', 'not'],
    ['broken', ''],
    ['throttled', ''],
    ['expired', ''],
  ] as const)(
    'a region that is %s is lost, with a sentence; what is known of it stays, the others are right',
    async (fault, words) => {
      const portal = await startSecrets();
      try {
        putEverywhere(portal, { name: 'token' });
        await portal.sweep();
        portal.standIn.aws.fault({
          account: ACCOUNTS[PRODUCTION],
          region: VIRGINIA,
          fault,
        });
        putEverywhere(portal, { name: 'newer' });
        const { items, places, environments } = await listed(portal, {
          fresh: true,
        });
        expect(places.filter(({ state }) => state === 'lost')).toMatchObject([
          {
            environment: PRODUCTION,
            region: VIRGINIA,
            problem: expect.stringContaining(words),
          },
        ]);
        expect(places[4].problem).toContain('production/us-east-1');
        const states = items.map(row => statesIn(PRODUCTION, row));
        expect(states).toEqual([
          ['present', 'missing', 'present'],
          ['present', 'present', 'present'],
        ]);
        expect(environments[1].isComplete).toBe(false);
        portal.standIn.aws.fault({ fault: 'none' });
        await portal.sweep();
        const again = await listed(portal);
        expect(again.places.map(({ state }) => state)).toEqual(
          Array(6).fill('live'),
        );
        expect(statesIn(PRODUCTION, again.items[0])).toEqual([
          'present',
          'present',
          'present',
        ]);
      } finally {
        await portal.stop();
      }
    },
    60_000,
  );

  it('a secret that was deleted behind our back is told as gone, and then shown as missing', async () => {
    const portal = await startSecrets();
    try {
      putEverywhere(portal, { name: 'token' });
      await portal.sweep();
      const store = portal.standIn.aws.secrets(ACCOUNTS[PRODUCTION], VIRGINIA);
      store.remove(store.get('production/payments/token'));
      const { status, body } = await portal.dana.ask('list-versions', {
        service: 'payments',
        name: 'token',
        environment: PRODUCTION,
        region: VIRGINIA,
      });
      expect(status).toBe(404);
      expect(body.error.message).toContain('production/us-east-1');
      const { items } = await listed(portal, { fresh: true });
      expect(statesIn(PRODUCTION, items[0])).toEqual([
        'present',
        'missing',
        'present',
      ]);
    } finally {
      await portal.stop();
    }
  });

  it('a place that was never seen is unseen, not empty', async () => {
    const portal = await startSecrets();
    try {
      portal.standIn.aws.fault({
        account: ACCOUNTS[PRODUCTION],
        region: SYDNEY,
        fault: 'denied',
      });
      putEverywhere(portal, { name: 'token' });
      await portal.sweep();
      const { items } = await listed(portal);
      expect(statesIn(PRODUCTION, items[0])).toEqual([
        'present',
        'present',
        'unseen',
      ]);
      expect(items[0].drift).toEqual([]);
    } finally {
      await portal.stop();
    }
  }, 60_000);

  it('without any place, everything is empty and nothing fails', async () => {
    const portal = await startSecrets({ config: { places: [] } });
    try {
      const { items, places } = await listed(portal);
      expect({ items, places }).toEqual({ items: [], places: [] });
      const { status } = await portal.dana.ask('list-drift');
      expect(status).toBe(200);
    } finally {
      await portal.stop();
    }
  });

  it('a service of the same name in another namespace sees none of them', async () => {
    const portal = await startSecrets({
      services: [
        serviceOf('payments'),
        serviceOf('payments', 'group:default/others', 'abroad'),
      ],
    });
    try {
      putEverywhere(portal, { name: 'token' });
      await portal.sweep();
      const { items } = await listed(portal, {
        service: 'component:abroad/payments',
      });
      expect(items).toEqual([]);
    } finally {
      await portal.stop();
    }
  });
});
