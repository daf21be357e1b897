import { CallCounts } from './CallCounts';

it('calls are counted for a minute', () => {
  let now = 1_000_000;
  const counts = new CallCounts(() => now);
  counts.count('ListSecrets');
  now += 30_000;
  counts.count('ListSecrets');
  counts.count('ListSecrets');
  counts.count('GetSecretValue');
  expect(counts.lastMinute('ListSecrets')).toBe(3);
  now += 30_000;
  expect(counts.lastMinute('ListSecrets')).toBe(2);
  now += 30_000;
  expect(counts.lastMinute('ListSecrets')).toBe(0);
  expect(counts.lastMinute('DeleteSecret')).toBe(0);
});
