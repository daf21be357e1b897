import type { Seen } from '@sphera/plugin-lifecycle-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { NeighbourError } from '@sphera/plugin-operations-node';
import { BeaconSource } from './__testUtils__/BeaconSource';
import { startFacts, type StartedFacts } from './__testUtils__/startFacts';

jest.setTimeout(120_000);

const MINUTE = 60_000;
const QUOTES = 'component:default/quotes';

describe('facts of services', () => {
  let beacons: BeaconSource;
  let portal: StartedFacts;
  beforeEach(async () => {
    beacons = new BeaconSource();
    portal = await startFacts({ sources: [beacons] });
  });
  afterEach(() => portal.stop());

  const lit = () => portal.fact('quotes', 'beacons-lit');
  const later = async (milliseconds: number) => {
    portal.clock.leap(milliseconds);
    await portal.look();
  };
  const failWith = (error: unknown) => {
    beacons.answer = async () => {
      throw error;
    };
  };

  it('say what was seen, when, and where to see it oneself', async () => {
    expect(lit()).toBeUndefined();
    await portal.look();
    expect(lit()).toEqual({
      id: 'beacons-lit',
      title: 'The beacon is lit',
      state: 'fails',
      sentence: 'The beacon of quotes is dark',
      link: { title: 'Beacon', url: 'https://beacons.example/quotes' },
      seenAt: new Date(portal.clock.now()).toISOString(),
    });
  });

  it('are looked at again once their time has come, and not before', async () => {
    await portal.look();
    beacons.lit.add('quotes');
    await later(4 * MINUTE);
    expect(lit()).toMatchObject({ state: 'fails' });
    await later(MINUTE);
    expect(lit()).toMatchObject({ state: 'holds' });
    expect(beacons.looks).toEqual([
      ['parcels', 'quotes'],
      ['parcels', 'quotes'],
    ]);
  });

  it('that a source leaves out are not known, those that it adds without having said so are nobody’s', async () => {
    beacons.hidden.add('quotes');
    await portal.look();
    expect([...portal.facts.of(QUOTES).keys()]).toEqual(['beacons-there']);
    beacons.answer = async () => {
      const odd = { holds: true, sentence: 'Odd' };
      return new Map([[QUOTES, { facts: { odd, constructor: odd } }]]);
    };
    await later(5 * MINUTE);
    expect(portal.facts.of(QUOTES).size).toBe(0);
    expect(portal.facts.isSeen(QUOTES)).toBe(true);
  });

  it('stay what they were where their source fails, marked until it answers again', async () => {
    beacons.lit.add('quotes');
    await portal.look();
    const { seenAt } = lit()!;
    failWith(new NeighbourError('The lighthouse is in fog', true));
    await later(5 * MINUTE);
    const since = new Date(portal.clock.now()).toISOString();
    expect(lit()!.stale).toEqual({
      since,
      sentence: 'The lighthouse is in fog',
    });
    failWith(new NeighbourError('The lighthouse is in thick fog', true));
    await later(MINUTE);
    expect(lit()).toMatchObject({
      state: 'holds',
      sentence: 'The beacon of quotes is lit',
      seenAt,
      stale: { since, sentence: 'The lighthouse is in thick fog' },
    });
    beacons.answer = undefined;
    await later(5 * MINUTE);
    expect(lit()).toMatchObject({ state: 'holds' });
    expect(lit()).not.toHaveProperty('stale');
  });

  it('of one service may fail alone', async () => {
    beacons.answer = async () =>
      new Map<string, Seen>([
        [QUOTES, { failed: 'Quotes is behind a hill' }],
        [
          'component:default/parcels',
          { facts: { 'beacons-there': { holds: true, sentence: 'There' } } },
        ],
      ]);
    await portal.look();
    expect(portal.fact('parcels', 'beacons-there')).toMatchObject({
      state: 'holds',
    });
    expect(lit()).toEqual({
      id: 'beacons-lit',
      title: 'The beacon is lit',
      state: 'unknown',
      sentence: 'Nobody could look yet',
      stale: { since: expect.any(String), sentence: 'Quotes is behind a hill' },
    });
  });

  it('never repeat what an error says that was not meant for people', async () => {
    failWith(new Error('connect with password hunter2 to 10.0.0.7'));
    await portal.look();
    expect(lit()).toMatchObject({
      state: 'unknown',
      stale: {
        sentence: 'The beacons cannot be asked: see the log of the portal',
      },
    });
  });

  it('that fail are looked at again soon, and ever later while they do', async () => {
    failWith(new NeighbourError('Fog', true));
    await portal.look();
    const looks: number[] = [];
    for (let seconds = 5; seconds <= 160; seconds += 5) {
      const before = beacons.looks.length;
      await later(5_000);
      if (beacons.looks.length > before) looks.push(seconds);
    }
    expect(looks).toEqual([10, 20, 40, 80, 160]);
  });

  it('count as seen once their source could look, or has failed to for a minute', async () => {
    expect(portal.facts.isSeen(QUOTES)).toBe(false);
    failWith(new NeighbourError('Fog', true));
    await portal.look();
    expect(portal.facts.isSeen(QUOTES)).toBe(false);
    portal.clock.leap(MINUTE);
    expect(portal.facts.isSeen(QUOTES)).toBe(true);
    expect(portal.facts.isSeen('component:default/nobody')).toBe(false);
  });

  it('are looked at when their source says so, once for many calls', async () => {
    await portal.look();
    beacons.lit.add('quotes');
    for (let calls = 0; calls < 50; calls++) beacons.tell([QUOTES]);
    await eventually(() => expect(lit()).toMatchObject({ state: 'holds' }));
    expect(beacons.looks.slice(1)).toEqual([['quotes']]);
    beacons.lit.add('parcels');
    beacons.tell([QUOTES]);
    beacons.tell();
    portal.clock.leap(1_000);
    await eventually(() =>
      expect(portal.fact('parcels', 'beacons-lit')).toMatchObject({
        state: 'holds',
      }),
    );
    expect(beacons.looks.slice(2)).toEqual([['parcels', 'quotes']]);
  });

  it('tell of each change, and of nothing else', async () => {
    const heard: string[] = [];
    portal.facts.onChange(services => {
      heard.push(...services);
      throw new Error('A listener that fails is no reason to stop');
    });
    await portal.look();
    expect(heard.splice(0).sort()).toEqual([
      'component:default/parcels',
      QUOTES,
    ]);
    portal.signals.length = 0;
    await later(5 * MINUTE);
    expect([heard, portal.signals]).toEqual([[], []]);
    beacons.lit.add('quotes');
    await later(5 * MINUTE);
    expect(heard.splice(0)).toEqual([QUOTES]);
    expect(portal.signals).toEqual([
      expect.objectContaining({ service: QUOTES }),
    ]);
    failWith(new NeighbourError('Fog', true));
    await later(5 * MINUTE);
    expect(heard).toHaveLength(2);
  });
});
