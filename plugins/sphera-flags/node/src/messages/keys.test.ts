import { clusterOfKey, commandKey, parseCommandKey } from './commandKey';
import { partitionOf } from './partitionOf';

describe('The partition of a cluster', () => {
  // Clusters would move if this changed: their agents would read where nothing comes any more.
  it.each([
    ['production-eu', 12, 1],
    ['production-us', 12, 11],
    ['staging-eu', 12, 2],
    ['production-eu', 1, 0],
  ])('of %s among %i is %i, for ever', (cluster, partitions, partition) => {
    expect(partitionOf(cluster, partitions)).toBe(partition);
  });

  it('is one of the partitions, and clusters share them out', () => {
    const counts = new Array(12).fill(0);
    for (let number = 0; number < 1_200; number++) {
      counts[partitionOf(`cluster-${number}`, 12)] += 1;
    }
    expect(counts).toHaveLength(12);
    expect(Math.min(...counts)).toBeGreaterThan(60);
    expect(Math.max(...counts)).toBeLessThan(140);
  });
});

describe('The key of a command', () => {
  it('names cluster and flag, and is read again', () => {
    const key = commandKey('production-eu', 'payments.instant-refunds');
    expect(key).toBe('production-eu/payments.instant-refunds');
    expect(parseCommandKey(key)).toEqual({
      cluster: 'production-eu',
      flag: 'payments.instant-refunds',
    });
    expect(clusterOfKey(key)).toBe('production-eu');
  });

  it.each([null, '', '/', 'production-eu', 'production-eu/', '/flag', 'a/b/c'])(
    'is not %p',
    key => {
      expect(parseCommandKey(key)).toBeUndefined();
    },
  );

  it('of a report is the cluster alone', () => {
    expect(clusterOfKey('production-eu')).toBe('production-eu');
  });
});
