import { startRegistryStandIn, type RunningRegistry } from '@sphera/dev-fleet';
import { openImages } from './openImages';

const HOST = 'registry.kestrel.example';
const credentials = { username: 'portal', password: 'canary-of-registry' };
const images = { quotes: ['4.11.7', '4.12.1'], 'booking/web': ['1.0.0'] };

describe('images', () => {
  const running: RunningRegistry[] = [];
  let now = 0;
  afterEach(async () => {
    for (const each of running.splice(0)) await each.stop();
  });

  async function start(
    options: Partial<Parameters<typeof startRegistryStandIn>[0]> = {},
    known: { username: string; password: string } | undefined = credentials,
    // A machine that is busy with other tests is slow, and that is no fault of the registry.
    answerWithin = 60_000,
  ) {
    const started = await startRegistryStandIn({
      images,
      credentials,
      ...options,
    });
    running.push(started);
    const { url, registry } = started;
    return {
      ...started,
      registry,
      images: openImages({
        settings: { registries: [{ host: HOST, url, credentials: known }] },
        clock: { now: () => now },
        answerWithin,
      }),
    };
  }

  it.each([
    ['token', credentials],
    ['token', undefined],
    ['basic', credentials],
    ['basic', undefined],
  ] as const)(
    'are there or not, where a registry asks by %s for %j',
    async (asks, account) => {
      const world = await start({ asks, credentials: account });
      const stateOf = (name: string, tag: string) =>
        world.images.stateOf(`${HOST}/${name}`, tag);
      expect(await stateOf('quotes', '4.11.7')).toBe('exists');
      expect(await stateOf('quotes', '4.12.1')).toBe('exists');
      expect(await stateOf('quotes', '4.0.0')).toBe('missing');
      expect(await stateOf('booking/web', '1.0.0')).toBe('exists');
      expect(await stateOf('nobody', '1.0.0')).toBe('missing');
    },
  );

  it('of other registries are unknown, and nobody is asked', async () => {
    const world = await start();
    for (const image of ['other.example/quotes', 'quotes', HOST, '']) {
      expect(await world.images.stateOf(image, '4.11.7')).toBe('unknown');
    }
    expect(world.registry.calls).toBe(0);
  });

  it.each([
    ['../quotes', '1'],
    ['quotes', '../../x'],
    ['Quotes', '1'],
    ['quotes?x', '1'],
    ['quotes', ''],
  ])('%s:%s is no name of an image, and nobody is asked', async (name, tag) => {
    const world = await start();
    expect(await world.images.stateOf(`${HOST}/${name}`, tag)).toBe('unknown');
    expect(world.registry.calls).toBe(0);
  });

  it('are remembered for a minute', async () => {
    const world = await start({ credentials: undefined, asks: 'basic' });
    const ask = () => world.images.stateOf(`${HOST}/quotes`, '4.11.7');
    await Promise.all([ask(), ask(), ask()]);
    now += 59_000;
    await ask();
    expect(world.registry.calls).toBe(1);
    now += 1_000;
    await ask();
    expect(world.registry.calls).toBe(2);
  });

  it('are asked for anew with a new token once the old one is over', async () => {
    const world = await start();
    expect(await world.images.stateOf(`${HOST}/quotes`, '4.11.7')).toBe(
      'exists',
    );
    world.registry.endTokens();
    expect(await world.images.stateOf(`${HOST}/quotes`, '4.12.1')).toBe(
      'exists',
    );
  });

  it.each(['down', 'slow', 'broken', 'denied', 'busy'] as const)(
    'are unknown where the registry has fault "%s", and known again soon after it',
    async fault => {
      const world = await start({}, credentials, 2_000);
      const ask = () => world.images.stateOf(`${HOST}/quotes`, '4.11.7');
      world.registry.faulty.set(fault);
      expect(await ask()).toBe('unknown');
      world.registry.faulty.set('none');
      now += 10_000;
      expect(await ask()).toBe('exists');
    },
  );

  it('are unknown with a wrong password', async () => {
    const wrong = { username: 'portal', password: 'another' };
    const world = await start({}, wrong);
    expect(await world.images.stateOf(`${HOST}/quotes`, '4.11.7')).toBe(
      'unknown',
    );
  });

  it('of a long list are all told in time, by a registry that is silent too', async () => {
    const world = await start({}, credentials, 300);
    world.registry.faulty.set('slow');
    const tags = Array.from({ length: 40 }, (_, index) => `1.0.${index}`);
    const states = await Promise.all(
      tags.map(tag => world.images.stateOf(`${HOST}/quotes`, tag)),
    );
    expect(new Set(states)).toEqual(new Set(['unknown']));
    // Those whose time was over before it was their turn were not asked for.
    expect(world.registry.calls).toBeLessThan(tags.length);
  });
});
