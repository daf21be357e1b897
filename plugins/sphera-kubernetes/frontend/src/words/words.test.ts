import { clockTime } from './clock';
import { rolloutInWords, rolloutProgress } from './rollout';

const rollout = (
  state: 'done' | 'rolling' | 'stuck' | 'paused' | 'off',
  updated = 1,
) => ({
  rollout: { state },
  replicas: { desired: 4, ready: 4, updated, available: 4 },
});

it('says how a rollout stands unless it is done', () => {
  expect(rolloutInWords(rollout('rolling'))).toBe('rolling, 1 of 4 updated');
  expect(rolloutInWords(rollout('paused'))).toBe('paused');
  expect(rolloutInWords(rollout('done'))).toBeUndefined();
});

it('draws a rollout further the more pods are new', () => {
  expect(rolloutProgress(rollout('rolling', 0))).toBe(0);
  expect(rolloutProgress(rollout('rolling', 2))).toBe(0.5);
  expect(rolloutProgress(rollout('rolling', 4))).toBe(1);
});

it('tells a moment as short as it stays clear', () => {
  const now = new Date(2026, 10, 24, 18, 0);
  const at = (...when: [number, number, number, number]) =>
    clockTime(new Date(2026, ...when).toISOString(), now);
  expect(at(10, 24, 14, 5)).toBe('14:05');
  expect(at(10, 23, 14, 5)).toBe('Mon, 14:05');
  expect(at(10, 3, 14, 5)).toBe('3 Nov, 14:05');
});
