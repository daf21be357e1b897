import type { Lock } from '@sphera/plugin-locks-common';
import { lockOf } from './__testUtils__/lockOf';
import { wantedData } from './wantedData';

const QUOTES = 'component:default/quotes';
const SEARCH = 'component:default/search';

const keysOf = (service: string) => [`app-name.${service.split('/')[1]}`];
const inProduction = (...locks: Lock[]) =>
  wantedData(locks, 'production', keysOf);

describe('what a cluster is told of locks', () => {
  it('is nothing while nothing is locked', () => {
    expect(inProduction()).toEqual({});
  });

  it('is one key per locked service and action, with who locked it, until when, and why', () => {
    expect(
      inProduction(
        lockOf({ service: QUOTES, actions: ['deploy', 'restart'] }),
        lockOf({
          service: SEARCH,
          actions: ['scale'],
          expiresAt: '2026-11-24T18:00:00.000Z',
        }),
      ),
    ).toEqual({
      'app-name.quotes.deploy':
        'Deploys of quotes in production: locked by dana until somebody unlocks: incident 4711',
      'app-name.quotes.restart':
        'Restarts of quotes in production: locked by dana until somebody unlocks: incident 4711',
      'app-name.search.scale':
        'Scaling of search in production: locked by dana until 2026-11-24T18:00:00.000Z: incident 4711',
    });
  });

  it('is one key for a lock on all services, whichever there are', () => {
    expect(inProduction(lockOf({ reason: 'holidays' }))).toEqual({
      'all.deploy':
        'Deploys in production: locked by dana until somebody unlocks: holidays',
    });
  });

  it('names for a service also the locks on all services', () => {
    const data = inProduction(
      lockOf({ reason: 'holidays', placedBy: 'user:default/sam' }),
      lockOf({ service: QUOTES }),
    );
    expect(data['app-name.quotes.deploy']).toMatch(
      /locked by sam .*: holidays; locked by dana .*: incident 4711$/,
    );
    expect(data['all.deploy']).not.toContain('incident 4711');
  });

  it('leaves out other environments, and what a cluster cannot refuse', () => {
    expect(
      inProduction(
        lockOf({ environment: 'staging' }),
        lockOf({ actions: ['merge', 'rollback'] }),
      ),
    ).toEqual({});
    expect(inProduction(lockOf({ environment: 'production' }))).toHaveProperty([
      'all.deploy',
    ]);
  });

  it('says that a freeze window holds, and that the configuration set it', () => {
    const [text] = Object.values(
      inProduction(lockOf({ window: 'one', placedBy: 'configuration' })),
    );
    expect(text).toContain('locked by configuration (freeze window) until');
  });

  it('is one line of bounded length, however much people wrote', () => {
    const reason = `first line\n\n${'long '.repeat(100)}`;
    const locks = Array.from({ length: 20 }, () => lockOf({ reason }));
    const [text] = Object.values(inProduction(...locks));
    expect(text).not.toMatch(/\n/);
    expect(text).toMatch(/; and 17 more locks$/);
    expect(text.length).toBeLessThan(1_500);
  });

  it('leaves out a key that no ConfigMap takes', () => {
    const long = () => [`deployment.shop.${'x'.repeat(253)}`, 'app-name.x'];
    expect(
      Object.keys(wantedData([lockOf({ service: QUOTES })], 'staging', long)),
    ).toEqual(['app-name.x.deploy']);
  });

  it('keeps every lock and drops the words where thousands would be too large for a ConfigMap', () => {
    const locks = Array.from({ length: 5_000 }, (_, index) =>
      lockOf({
        service: `component:default/s${index}`,
        reason: 'é'.repeat(90),
      }),
    );
    const data = inProduction(...locks);
    expect(Object.keys(data)).toHaveLength(5_000);
    expect(JSON.stringify(data).length).toBeLessThan(700_000);
    expect(data['app-name.s1.deploy']).toBe('Locked: see the locks in sphera');
  });
});
