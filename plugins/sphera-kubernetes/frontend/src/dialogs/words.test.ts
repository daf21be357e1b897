import { boundsProblems } from './boundsProblems';
import { boundsWarnings } from './boundsWarnings';
import { differenceInWords } from './capacity';
import { expiresIn } from './expiry';
import { strategyInWords } from './strategyWords';

const rolling = (desired: number, maxSurge: string, maxUnavailable: string) =>
  strategyInWords({
    strategy: { type: 'RollingUpdate', maxSurge, maxUnavailable },
    replicas: { desired, ready: desired, updated: desired, available: desired },
  });

describe('What a restart does', () => {
  it.each([
    ['25%', '25%', 4, 'at most 2 at a time; at least 3 of 4 stay ready'],
    ['1', '0', 1, 'Its only pod is replaced: it goes when the new one is'],
    ['0', '0', 3, 'one by one; at least 2 of 3 stay ready'],
    ['0', '100%', 3, 'none may be left to answer meanwhile'],
  ])('with surge %s and %s missing, of %d', (surge, missing, pods, words) => {
    expect(rolling(pods, surge, missing)).toContain(words);
  });

  it('says that nothing answers where all are stopped first', () => {
    expect(
      strategyInWords({
        strategy: { type: 'Recreate' },
        replicas: { desired: 2, ready: 2, updated: 2, available: 2 },
      }),
    ).toBe(
      'All 2 pods are stopped first, then started anew: nothing answers in between.',
    );
  });
});

describe('What is wrong with bounds', () => {
  const allowed = {
    minReplicas: { from: 2, to: 10 },
    maxReplicas: { from: 3, to: 20 },
    largestRatio: 4,
  };
  const problems = (minReplicas: number, maxReplicas: number) =>
    boundsProblems({ minReplicas, maxReplicas }, allowed);

  it('is nothing within what is allowed', () => {
    expect(problems(2, 8)).toEqual({});
  });

  it('is said of each bound that is outside', () => {
    expect(problems(1, 21)).toEqual({
      minReplicas: 'cannot be 1. Allowed now: 2 to 10',
      maxReplicas: 'cannot be 21. Allowed now: 3 to 20',
    });
  });

  it('is that the fewest are more than the most', () => {
    expect(problems(9, 5).minReplicas).toBe(
      'must not be above the maximum, which is 5',
    );
  });

  it('is that they are too far apart', () => {
    expect(problems(2, 9)).toEqual({
      maxReplicas: 'cannot be 9: it may be at most 4 times the minimum, so 8',
    });
  });

  it('is that nothing is written', () => {
    expect(problems(NaN, 8)).toEqual({
      minReplicas: 'must be a whole number of pods',
    });
  });
});

describe('What one should know before bounds are set', () => {
  const now = { minReplicas: 4, maxReplicas: 10, currentReplicas: 6 };

  it.each([
    [4, 12, []],
    [8, 12, ['2 pods more start at once.']],
    [4, 5, ['1 pod of those that run now stop at once.']],
    [4, 20, ['A large change: up to twice as many pods as may run now.']],
    [2, 10, ['A large change: as few as 2 pods where at least 4 run now.']],
  ])('%d to %d', (minReplicas, maxReplicas, warnings) => {
    expect(boundsWarnings(now, { minReplicas, maxReplicas })).toEqual(warnings);
  });
});

describe('What bounds take up', () => {
  const bounds = (maxReplicas: number) => ({ minReplicas: 2, maxReplicas });

  it('is said as far as the pods say it', () => {
    expect(differenceInWords(bounds(6), bounds(4), { cpuCores: 0.25 })).toBe(
      '2 pods and 0.5 cores less at most',
    );
    expect(differenceInWords(bounds(6), bounds(6), {})).toBe(
      'At most as much as now',
    );
  });
});

describe('How long bounds hold', () => {
  const now = new Date('2026-11-24T22:30:00Z');
  const moment = new Date('2026-11-26T00:00:00Z');

  it.each([
    ['for-good', undefined],
    ['an-hour', 'PT1H'],
    ['six-hours', 'PT6H'],
    ['tomorrow', 'PT9H30M'],
    ['moment', 'PT25H30M'],
  ] as const)('%s', (choice, duration) => {
    expect(expiresIn({ choice, moment }, now)).toBe(duration);
  });
});
