import { TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered, refused } from '../__testUtils__/asking';
import { type FlagsPortal, startFlags } from '../__testUtils__/startFlags';
import { settled } from './__testUtils__/looking';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const FIRST = ['new-checkout', 'search'].map(flag => ({
  flag,
  service: 'quotes',
  type: 'boolean',
  variants: { on: true, off: false },
  defaultVariant: 'on',
}));

describe('the first flags of the configuration', () => {
  const portals: FlagsPortal[] = [];
  afterEach(async () => {
    for (const portal of portals.splice(0)) await portal.stop();
  });
  async function start(options: Parameters<typeof startFlags>[0] = {}) {
    const portal = await startFlags({
      config: { firstFlags: FIRST },
      ...options,
    });
    portals.push(portal);
    return portal;
  }
  const changesOf = async ({ dana }: FlagsPortal) =>
    (await answered(dana, 'list-changes')).items;

  it('are created at the start, by sphera', async () => {
    const portal = await start();
    await eventually(async () =>
      expect(await changesOf(portal)).toMatchObject([
        { flag: 'search', by: { ref: 'sphera' }, kind: 'create' },
        { flag: 'new-checkout', by: { ref: 'sphera' }, kind: 'create' },
      ]),
    );
    await settled(portal, 'search');
  });

  it('are created once, by whichever replica is first, and not again once they are retired', async () => {
    const database = await databases.init('SQLITE_3');
    const one = await start({ database });
    const two = await start({ database });
    await eventually(async () => expect(await changesOf(two)).toHaveLength(2));
    const gone = { flag: 'search', reason: 'a test' };
    await answered(one.dana, 'retire-flag', gone);
    const three = await start({ database, config: { firstFlags: FIRST } });
    await eventually(async () =>
      expect(await changesOf(three)).toHaveLength(3),
    );
    expect(await refused(one.dana.ask('retire-flag', gone), 409)).toContain(
      'search is retired',
    );
  });

  it('wait for a service that the catalog does not have yet, and the others with them', async () => {
    const [first, second] = FIRST;
    const portal = await start({
      config: { firstFlags: [{ ...first, service: 'not-yet' }, second] },
    });
    await eventually(async () => {
      portal.clock.leap(60_000);
      expect(await changesOf(portal)).toMatchObject([{ flag: 'search' }]);
    });
  });
});
