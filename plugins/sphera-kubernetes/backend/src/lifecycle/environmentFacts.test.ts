import { healthOf } from '../reading/rollout';
import { environmentFacts } from './environmentFacts';
import type { Running } from './RunningServices';

const running = (
  cluster: string,
  more: Partial<Running> & { pods?: [ready: number, desired: number] } = {},
): Running => {
  const { pods: [ready, desired] = [4, 4], ...own } = more;
  return {
    cluster,
    name: 'quotes',
    version: '4.12.1',
    replicas: { ready, desired, updated: desired, available: ready },
    rollout: { state: 'done' },
    health: healthOf({ ready, wanted: desired }),
    ...own,
  };
};
const factsOf = (...all: Running[]) =>
  environmentFacts({ title: 'Production', running: all, expected: [] });
const rolling = {
  state: 'rolling' as const,
  sentence: '1 of 4 pods replaced',
};

describe('a service is healthy in an environment', () => {
  it.each([
    ['while a pod is replaced', { pods: [3, 4] as [number, number] }],
    [
      'while it is rolled out and most pods serve',
      { pods: [3, 4] as [number, number], rollout: rolling },
    ],
  ])('%s', (_, more) => {
    expect(factsOf(running('production-eu', more)).healthy).toEqual({
      holds: true,
      sentence: '4.12.1 in production-eu',
    });
  });

  it.each([
    [
      'none of its pods serves',
      { pods: [0, 4] as [number, number] },
      '0 of 4 pods ready',
    ],
    [
      'its pods are in trouble',
      { pods: [3, 4] as [number, number], trouble: 'Crash-looping: it ended' },
      'Crash-looping: it ended',
    ],
    [
      'its first pods are yet to start',
      { pods: [1, 4] as [number, number], rollout: rolling },
      '1 of 4 pods replaced',
    ],
    [
      'somebody paused its rollout',
      { rollout: { state: 'paused' as const, sentence: 'Changes wait' } },
      'Changes wait',
    ],
  ])('but not where %s', (_, more, why) => {
    expect(
      factsOf(running('production-eu'), running('production-us', more)).healthy,
    ).toEqual({ holds: false, sentence: `production-us: ${why}` });
  });

  it('but not where one of several deployments is down; what is switched off beside them does not count', () => {
    const off = {
      name: 'replay',
      health: 'off' as const,
      rollout: { state: 'off' as const },
    };
    const worker = { name: 'worker', pods: [0, 1] as [number, number] };
    expect(
      factsOf(running('eu'), running('eu', worker), running('eu', off)).healthy,
    ).toEqual({ holds: false, sentence: 'worker in eu: 0 of 1 pod ready' });
    expect(factsOf(running('eu'), running('eu', off)).healthy.holds).toBe(true);
  });

  it('and says so of a few clusters where many are down', () => {
    const clusters = ['a', 'b', 'c', 'd', 'e'];
    expect(
      factsOf(...clusters.map(one => running(one, { pods: [0, 4] }))).healthy
        .sentence,
    ).toBe(
      'a: 0 of 4 pods ready; b: 0 of 4 pods ready; c: 0 of 4 pods ready; 2 more are not well',
    );
  });
});

it('one deployment of several with a safeguard is enough in each cluster', () => {
  const safeguards = {
    autoscalers: [{ name: 'quotes', minReplicas: 2, maxReplicas: 6 }],
    disruptionBudgets: [],
  };
  const facts = factsOf(
    running('eu', { safeguards }),
    running('eu', { name: 'worker' }),
  );
  expect(facts.autoscaler).toEqual({
    holds: true,
    sentence: '2 to 6 pods in eu',
  });
  expect(facts.disruptionBudget.holds).toBe(false);
});
