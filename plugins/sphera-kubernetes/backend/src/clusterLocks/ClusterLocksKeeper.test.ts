import { lockOf } from './__testUtils__/lockOf';
import { keptFleet } from './__testUtils__/keptFleet';

const CLUSTERS = ['staging-eu', 'production-eu', 'production-us'];
const soon = (milliseconds = 300) =>
  jest.advanceTimersByTimeAsync(milliseconds);

let kept: ReturnType<typeof keptFleet>;
beforeEach(() => {
  jest.useFakeTimers();
  kept = keptFleet();
});
afterEach(() => {
  kept.stop();
  jest.useRealTimers();
});

const keysIn = (cluster: string) =>
  Object.keys(kept.configMap(cluster).data ?? {});
const seeAll = () => CLUSTERS.forEach(cluster => kept.see(cluster));

describe('the locks in the clusters', () => {
  it('are written where they hold, and taken out when they end', async () => {
    seeAll();
    const keeper = kept.replica();
    kept.locks.push(lockOf({ environment: 'production' }));
    keeper.onLocksChange();
    await soon();
    expect(keysIn('production-eu')).toEqual(['all.deploy']);
    expect(keysIn('production-us')).toEqual(['all.deploy']);
    expect(keysIn('staging-eu')).toEqual([]);

    kept.locks.pop();
    keeper.onLocksChange();
    await soon();
    expect(keysIn('production-eu')).toEqual([]);
  });

  it('are written only where they change something', async () => {
    seeAll();
    const keeper = kept.replica();
    await soon();
    keeper.onLocksChange();
    await soon(60_000);
    expect(kept.configMap('staging-eu').reads).toBeGreaterThan(4);
    expect(kept.configMap('staging-eu').writes).toBe(0);
  });

  it('are not asked for by each cluster anew', async () => {
    seeAll();
    kept.replica();
    await soon(1_000);
    expect(kept.readings()).toBeLessThan(CLUSTERS.length);
  });

  it('end at their moment, though nobody tells', async () => {
    seeAll();
    const end = Date.now() + 5_000;
    kept.replica(async () => {
      const expiresAt = new Date(end).toISOString();
      return Date.now() < end ? [lockOf({ expiresAt })] : [];
    });
    await soon();
    expect(keysIn('staging-eu')).toEqual(['all.deploy']);
    await soon(4_800);
    expect(keysIn('staging-eu')).toEqual([]);
  });

  it('are found within 15 seconds when nobody told of them', async () => {
    seeAll();
    kept.replica();
    await soon();
    kept.locks.push(lockOf({}));
    await soon(15_000);
    expect(keysIn('staging-eu')).toEqual(['all.deploy']);
  });

  it('name deployments that labels do not tell, as soon as they are seen', async () => {
    kept.see('staging-eu', 'quotes-api');
    kept.locks.push(lockOf({ service: kept.service }));
    kept.replica();
    await soon();
    expect(keysIn('staging-eu')).toEqual(['deployment.shop.quotes-api.deploy']);

    kept.see('staging-eu', 'quotes-api', 'quotes-jobs');
    await soon();
    expect(keysIn('staging-eu')).toEqual([
      'deployment.shop.quotes-api.deploy',
      'deployment.shop.quotes-jobs.deploy',
    ]);
  });

  it('stay while a cluster was not seen yet, since nobody knows its deployments', async () => {
    const known = { 'deployment.shop.quotes-api.deploy': 'locked' };
    kept.configMap('staging-eu').data = known;
    kept.locks.push(lockOf({ service: kept.service }));
    const keeper = kept.replica();
    keeper.onLocksChange();
    await soon(60_000);
    expect(kept.configMap('staging-eu').data).toBe(known);

    kept.see('staging-eu', 'quotes-api');
    await soon();
    expect(kept.configMap('staging-eu').data).toEqual({
      'deployment.shop.quotes-api.deploy': expect.stringContaining('dana'),
    });
  });

  it('reach a cluster that was away when it is back; the others at once', async () => {
    seeAll();
    const keeper = kept.replica();
    await soon();
    const away = kept.configMap('production-us');
    away.failure = new Error('it does not answer');
    kept.locks.push(lockOf({}));
    keeper.onLocksChange();
    await soon(60_000);
    expect(keysIn('production-eu')).toEqual(['all.deploy']);
    expect(keysIn('production-us')).toEqual([]);
    expect(
      kept.said.filter(line => line.includes('does not answer')),
    ).toHaveLength(1);

    away.failure = undefined;
    kept.fleet.feed('production-us').seen({ state: 'lost' });
    kept.see('production-us');
    await soon();
    expect(keysIn('production-us')).toEqual(['all.deploy']);
  });

  it('leave a cluster alone that never asked for them, and say so once', async () => {
    kept.configMap('staging-eu').data = undefined;
    kept.see('staging-eu');
    kept.locks.push(lockOf({}));
    kept.replica();
    await soon(60_000);
    expect(kept.configMap('staging-eu').writes).toBe(0);
    expect(kept.readings()).toBe(0);
    expect(kept.said).toEqual([
      expect.stringContaining('has no ConfigMap sphera-system/sphera-locks'),
    ]);

    kept.configMap('staging-eu').data = {};
    await soon(15_000);
    expect(keysIn('staging-eu')).toEqual(['all.deploy']);
  });

  it('stay as they are when it cannot be told what is locked', async () => {
    kept.configMap('staging-eu').data = { 'all.deploy': 'locked' };
    kept.see('staging-eu');
    kept.replica(async () => {
      throw new Error('no database');
    });
    await soon(60_000);
    expect(keysIn('staging-eu')).toEqual(['all.deploy']);
  });

  it('stay when the portal stops', async () => {
    seeAll();
    kept.locks.push(lockOf({}));
    const keeper = kept.replica();
    await soon();
    keeper.stop();
    kept.locks.pop();
    keeper.onLocksChange();
    await soon(60_000);
    expect(keysIn('staging-eu')).toEqual(['all.deploy']);
  });

  it('are never the older truth, when a slow replica writes after a fast one', async () => {
    kept.see('staging-eu');
    const configMap = kept.configMap('staging-eu');
    kept.locks.push(lockOf({}));
    // The slow one has read the lock, and is held up on the way to the cluster …
    let go = () => {};
    configMap.beforeWrite = () => new Promise(resolve => (go = resolve));
    kept.replica();
    await soon();
    // … while somebody unlocks and locks something else, and the fast one writes that.
    configMap.beforeWrite = async () => {};
    kept.locks.splice(0, 1, lockOf({ actions: ['restart'] }));
    kept.replica();
    await soon();
    expect(keysIn('staging-eu')).toEqual(['all.restart']);

    go();
    await soon();
    expect(keysIn('staging-eu')).toEqual(['all.restart']);
    expect(configMap.writes).toBe(1);
  });
});
