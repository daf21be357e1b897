import { setImmediate as settle } from 'node:timers/promises';
import { rateLimits } from './rateLimits';
import { Turns } from './Turns';

describe('rate limits', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] });
  });
  afterEach(() => jest.useRealTimers());

  /** How many of many calls had their turn, after each of some seconds. */
  async function passing(
    turns: Turns,
    apis: Array<Parameters<Turns['take']>[0]>,
    seconds: number,
  ) {
    let passed = 0;
    const pass = () => {
      passed += 1;
    };
    for (const api of apis) turns.take(api).then(pass);
    await settle();
    const counts = [passed];
    for (let second = 0; second < seconds; second++) {
      await jest.advanceTimersByTimeAsync(1_000);
      counts.push(passed);
    }
    return counts;
  }

  const many = <T>(api: T) => new Array<T>(1_000).fill(api);

  it('let half a second of calls pass at once, and then so many a second', async () => {
    const turns = new Turns(rateLimits({ ListSecrets: 20 }));
    const counts = await passing(turns, many('ListSecrets' as const), 3);
    expect(counts).toEqual([10, 30, 50, 70]);
  });

  it('are far below those of AWS where nothing is set', async () => {
    const turns = new Turns(rateLimits({}));
    const [, first, second] = await passing(
      turns,
      many('PutSecretValue' as const),
      2,
    );
    expect(first).toBeLessThan(50);
    expect(second - first).toBe(25);
  });

  it('are shared by the calls that share a quota of AWS', async () => {
    const turns = new Turns(rateLimits({ UpdateSecret: 10 }));
    const both = many('UpdateSecret' as const).flatMap(api => [
      api,
      'PutSecretValue' as const,
    ]);
    expect(await passing(turns, both, 1)).toEqual([5, 15]);
  });

  it('do not hold up calls of another quota', async () => {
    const turns = new Turns(rateLimits({ ListSecrets: 1 }));
    await passing(turns, many('ListSecrets' as const), 1);
    expect(await passing(turns, ['GetSecretValue'], 0)).toEqual([1]);
  });

  it('may be less than one a second', async () => {
    const turns = new Turns(rateLimits({ CreateSecret: 0.5 }));
    const counts = await passing(turns, many('CreateSecret' as const), 4);
    expect(counts).toEqual([1, 1, 2, 2, 3]);
  });

  it('are for calls that there are', () => {
    expect(() => rateLimits({ ListSecret: 5 })).toThrow(
      /^sphera\.secrets\.limits: "ListSecret" is no call that the portal makes to AWS: ListSecrets, /,
    );
  });

  it('do not keep a caller who gave up', async () => {
    const turns = new Turns(rateLimits({ ListSecrets: 1 }));
    const ending = new AbortController();
    await turns.take('ListSecrets');
    const waiting = turns.take('ListSecrets', ending.signal);
    ending.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });
});
