import {
  containerOf,
  containerStateOf,
  eventOf,
  MADE_AT,
  podOf,
} from '../../__testUtils__/records';
import type {
  ContainerStateRecord,
  EventRecord,
  PodRecord,
} from '../../fleet/records';
import { diagnose } from './diagnose';

const MINUTE = 60_000;
const NOW = MADE_AT + 30 * MINUTE;
const IMAGE = 'registry.example/shop/quotes:4.13.0';

function look(
  pod: Partial<PodRecord>,
  events: Array<Partial<EventRecord>> = [],
) {
  const whole = podOf({ ready: false, ...pod });
  return diagnose({
    pod: whole,
    events: events.map(event => eventOf(whole, event)),
    containers: [containerOf()],
    now: NOW,
  });
}
const container = (state: Partial<ContainerStateRecord>) => ({
  containers: [containerStateOf({ ready: false, ...state })],
});

describe('a pod, in the words of people on call', () => {
  it('is running where it is ready, and no more need be said', () => {
    expect(look({ ready: true })).toEqual({ state: 'running' });
  });

  it('is crash-looping: how often, how it ended, and when it is tried next', () => {
    const found = look(
      container({
        state: 'waiting',
        reason: 'CrashLoopBackOff',
        message:
          'back-off 5m0s restarting failed container=quotes pod=quotes-1_selling(x)',
        restarts: 12,
        lastExit: { reason: 'Error', code: 1, at: NOW - 3 * MINUTE },
      }),
    );
    expect(found).toEqual({
      state: 'crash-looping',
      sentence:
        'Crash-looping: its container quotes ended with exit code 1, 12 times',
      retryAt: NOW + 2 * MINUTE,
    });
  });

  it.each([
    [127, 'did not find its command (exit code 127)'],
    [139, 'broke with a segmentation fault (exit code 139)'],
    [143, 'was told to end (exit code 143)'],
  ])('says what exit code %i means', (code, words) => {
    const crashed = container({
      state: 'waiting',
      reason: 'CrashLoopBackOff',
      restarts: 2,
      lastExit: { code },
    });
    expect(look(crashed).sentence).toBe(
      `Crash-looping: its container quotes ${words}, twice`,
    );
  });

  it('is crash-looping since its liveness probe fails', () => {
    const { sentence } = look(
      container({
        state: 'waiting',
        reason: 'CrashLoopBackOff',
        restarts: 3,
        lastExit: { code: 137, reason: 'Error' },
      }),
      [
        {
          reason: 'Killing',
          warning: false,
          message: 'Container quotes failed liveness probe, will be restarted',
        },
      ],
    );
    expect(sentence).toContain('since its liveness probe failed');
  });

  it('is out of memory, and at which limit', () => {
    const killed = { reason: 'OOMKilled', code: 137 };
    const waiting = container({
      state: 'waiting',
      reason: 'CrashLoopBackOff',
      restarts: 4,
      lastExit: killed,
    });
    const ended = container({
      state: 'terminated',
      reason: 'OOMKilled',
      restarts: 3,
      lastExit: killed,
    });
    const sentence =
      'Out of memory: its container quotes was killed at its limit of 512Mi, 4 times';
    expect(look(waiting)).toMatchObject({ state: 'out-of-memory', sentence });
    expect(look(ended)).toMatchObject({ state: 'out-of-memory', sentence });
  });

  it.each([
    ['rpc error: manifest unknown: not found', 'says it is not found'],
    ['401 Unauthorized', 'does not let the cluster have it'],
    ['dial tcp: i/o timeout', 'does not answer'],
    ['429 Too Many Requests', 'was asked too often'],
  ])('has no image: %s', (message, cause) => {
    const found = look(
      container({
        image: IMAGE,
        state: 'waiting',
        reason: 'ImagePullBackOff',
        message: `Back-off pulling image "${IMAGE}"`,
      }),
      [
        { reason: 'Failed', message: 'Error: ImagePullBackOff' },
        {
          reason: 'Failed',
          message: `Failed to pull image "${IMAGE}": ${message}`,
        },
      ],
    );
    expect(found).toEqual({
      state: 'image-missing',
      sentence: `Image missing: registry.example ${cause}: shop/quotes:4.13.0 (${message})`,
    });
  });

  it('has no image: the message of the container says it, where the event is gone', () => {
    const found = look(
      container({
        image: 'quotes:1',
        state: 'waiting',
        reason: 'ErrImagePull',
        message: 'manifest for quotes:1 not found',
      }),
    );
    expect(found.sentence).toBe(
      'Image missing: docker.io says it is not found: quotes:1',
    );
  });

  it('is pending: what no node has, and the message behind it', () => {
    const message =
      '0/3 nodes are available: 3 Insufficient cpu, 1 Insufficient memory.';
    expect(
      look({
        phase: 'Pending',
        node: undefined,
        reason: 'Unschedulable',
        message,
        containers: [],
      }),
    ).toEqual({
      state: 'pending',
      sentence:
        'Pending: no node has enough cpu and enough memory (0/3 nodes are available: 3 Insufficient cpu, 1 Insufficient memory)',
    });
  });

  it('is only starting while the scheduler has not spoken', () => {
    const unseen = { phase: 'Pending', node: undefined, containers: [] };
    expect(look(unseen)).toEqual({ state: 'starting' });
  });

  it.each([
    ['secret "quotes-db" not found', 'there is no Secret named quotes-db'],
    [
      "couldn't find key url in Secret selling/quotes-db",
      'the Secret quotes-db has no key url',
    ],
    [
      'something else',
      'its container quotes cannot be started (something else)',
    ],
  ])('is misconfigured: %s', (message, words) => {
    const found = look(
      container({
        state: 'waiting',
        reason: 'CreateContainerConfigError',
        message,
      }),
    );
    expect(found).toEqual({
      state: 'misconfigured',
      sentence: `Misconfigured: ${words}`,
    });
  });

  it('is starting, and says what hinders it', () => {
    const creating = container({
      state: 'waiting',
      reason: 'ContainerCreating',
    });
    const mount = 'MountVolume.SetUp failed for volume "data": timed out';
    expect(look(creating)).toEqual({ state: 'starting' });
    expect(look(creating, [{ reason: 'FailedMount', message: mount }])).toEqual(
      {
        state: 'starting',
        sentence: `Starting: its container quotes cannot be made yet (${mount})`,
      },
    );
    const missing = [
      { reason: 'FailedMount', message: 'configmap "quotes" not found' },
    ];
    expect(look(creating, missing)).toEqual({
      state: 'misconfigured',
      sentence: 'Misconfigured: there is no ConfigMap named quotes',
    });
  });

  it('names the init container that holds the others up', () => {
    const found = look({
      containers: [
        containerStateOf({
          ready: false,
          state: 'waiting',
          reason: 'PodInitializing',
        }),
        containerStateOf({
          name: 'migrate',
          init: true,
          ready: false,
          state: 'waiting',
          reason: 'CrashLoopBackOff',
          restarts: 1,
          lastExit: { code: 2 },
        }),
      ],
    });
    expect(found.sentence).toBe(
      'Crash-looping: its init container migrate ended with exit code 2, once',
    );
  });

  it('is not ready: which probe fails and what it hears', () => {
    const unready = container({});
    const probe = {
      reason: 'Unhealthy',
      message: 'Readiness probe failed: HTTP probe failed with statuscode: 503',
      count: 12,
    };
    expect(look(unready, [probe])).toEqual({
      state: 'not-ready',
      sentence:
        'Not ready: its container quotes fails its readiness probe, 12 times so far (HTTP probe failed with statuscode: 503)',
    });
    expect(look(unready).sentence).toBe(
      'Not ready: its container quotes has run for 30 minutes without being ready',
    );
    expect(look({ ...unready, createdAt: NOW - MINUTE })).toEqual({
      state: 'starting',
    });
  });

  it('has failed: evicted, and why', () => {
    const evicted = {
      phase: 'Failed',
      reason: 'Evicted',
      message: 'The node was low on resource: ephemeral-storage.',
    };
    expect(look(evicted)).toEqual({
      state: 'failed',
      sentence:
        'Evicted: its node took it off (The node was low on resource: ephemeral-storage)',
    });
  });

  it('is ending, and stuck when it has not ended long after it was told to', () => {
    const told = (at: number) => [
      {
        reason: 'Killing',
        warning: false,
        message: 'Stopping container quotes',
        lastAt: at,
      },
    ];
    expect(look({ ending: true }, told(NOW - MINUTE))).toEqual({
      state: 'ending',
    });
    expect(look({ ending: true }, told(NOW - 12 * MINUTE))).toEqual({
      state: 'ending',
      sentence: 'Does not end: told to for 12 minutes',
    });
  });

  it('is running again, and how its last run ended for an hour', () => {
    const again = (at: number) => ({
      ready: true,
      containers: [
        containerStateOf({
          restarts: 2,
          lastExit: { reason: 'OOMKilled', code: 137, at },
        }),
      ],
    });
    expect(look(again(NOW - 4 * MINUTE))).toEqual({
      state: 'running',
      sentence:
        'Restarted twice, last 4 minutes ago: it was killed out of memory at its limit of 512Mi',
    });
    expect(look(again(NOW - 90 * MINUTE))).toEqual({ state: 'running' });
  });
});
