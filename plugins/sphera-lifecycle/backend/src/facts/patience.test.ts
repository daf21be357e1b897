import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { BeaconSource } from './__testUtils__/BeaconSource';
import { startFacts, type StartedFacts } from './__testUtils__/startFacts';

jest.setTimeout(120_000);

const QUOTES = 'component:default/quotes';

describe('a source that does not answer', () => {
  let silent: BeaconSource;
  let beacons: BeaconSource;
  let portal: StartedFacts;
  beforeEach(async () => {
    silent = new BeaconSource('silent');
    beacons = new BeaconSource();
    portal = await startFacts({ sources: [silent, beacons] });
    await portal.look();
    silent.answer = () => new Promise(() => {});
    beacons.lit.add('quotes');
  });
  afterEach(() => portal.stop());

  const isAsked = () => eventually(() => expect(silent.looks).toHaveLength(2));

  it('is waited for half a minute, and its facts are marked', async () => {
    portal.clock.leap(300_000);
    const looking = portal.look();
    await isAsked();
    portal.clock.leap(30_000);
    await looking;
    expect(portal.fact('quotes', 'silent-lit')).toMatchObject({
      state: 'fails',
      stale: { sentence: 'The silent did not answer within 30 seconds' },
    });
    expect(portal.fact('quotes', 'beacons-lit')).toMatchObject({
      state: 'holds',
    });
  });

  it('keeps nobody waiting longer who asks to look again now', async () => {
    const before = portal.fact('parcels', 'beacons-lit');
    const refreshing = portal.facts.refresh(QUOTES);
    await isAsked();
    await eventually(() =>
      expect(portal.fact('quotes', 'beacons-lit')).toMatchObject({
        state: 'holds',
      }),
    );
    portal.clock.leap(30_000);
    await refreshing;
    expect(beacons.looks.slice(1)).toEqual([['quotes']]);
    expect(portal.fact('parcels', 'beacons-lit')).toBe(before);
  });

  it('does not keep the portal from ending', async () => {
    portal.clock.leap(300_000);
    const looking = portal.look();
    await isAsked();
    await portal.stop();
    expect(await looking).toBeUndefined();
    expect(portal.fact('quotes', 'silent-lit')).not.toHaveProperty('stale');
  });
});

it('a service that the catalog does not have is looked at by nobody', async () => {
  const beacons = new BeaconSource();
  const portal = await startFacts({ sources: [beacons] });
  await portal.facts.refresh('component:default/nobody');
  expect(beacons.looks).toEqual([]);
  await portal.stop();
});

it('looking again now is told with its own time, also where nothing is new', async () => {
  const portal = await startFacts({ sources: [new BeaconSource()] });
  await portal.look();
  const seenAt = () =>
    Date.parse(portal.fact('quotes', 'beacons-lit')!.seenAt!);
  portal.clock.leap(10_000);
  await portal.facts.refresh(QUOTES);
  expect(seenAt()).toBe(portal.clock.now());
  await portal.stop();
});
