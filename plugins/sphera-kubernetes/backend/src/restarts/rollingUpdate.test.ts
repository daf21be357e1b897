import { podsKeptUp } from './rollingUpdate';

describe('a rolling update keeps running', () => {
  it.each([
    // wanted, maxSurge, maxUnavailable, kept
    [4, undefined, undefined, 3],
    [1, undefined, undefined, 1],
    [3, '25%', '25%', 3],
    [1, '1', '0', 1],
    [1, '0', '25%', 0],
    [1, '0', '1', 0],
    [3, '0', '0', 2],
    [3, '0%', '30%', 2],
    [3, '0', '34%', 2],
    [2, '1', '100%', 0],
    [2, '0', '5', 0],
    [10, '25%', '50%', 5],
  ])(
    'of %d pods with maxSurge %s and maxUnavailable %s: %d',
    (wanted, maxSurge, maxUnavailable, kept) => {
      const strategy = { type: 'RollingUpdate', maxSurge, maxUnavailable };
      expect(podsKeptUp({ wanted, strategy })).toBe(kept);
    },
  );

  it('no pod with the strategy Recreate', () => {
    expect(podsKeptUp({ wanted: 9, strategy: { type: 'Recreate' } })).toBe(0);
  });
});
