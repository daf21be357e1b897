import type {
  Fact,
  Lifecycle,
  Stage,
  Standing,
  Step,
} from '@sphera/plugin-lifecycle-common';

/** The service that tests are about. */
export const quotes = 'component:default/quotes';
/** Whoever looks at the pages: of the booking team. */
export const dana = 'user:default/dana';
/** Of the platform team, which approves. */
export const noor = 'user:default/noor';
export const platform = 'group:default/platform';

/** A moment before now, ISO 8601. */
export function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * 3_600_000).toISOString();
}

/** A fact that holds. */
export function fact(fields: Partial<Fact> = {}): Fact {
  return {
    id: 'main-build-passed',
    title: 'Last build of main passed',
    state: 'holds',
    sentence: 'Build 41 of main passed',
    link: { title: 'Build 41', url: 'https://git.example/builds/41' },
    seenAt: hoursAgo(2),
    ...fields,
  };
}

/** A step that is done. */
export function step(fields: Partial<Step> = {}): Step {
  return {
    name: 'build',
    title: 'The main branch builds',
    kind: 'facts',
    isOptional: false,
    state: 'done',
    waitsFor: [],
    facts: [fact()],
    ...fields,
  };
}

/** A step that somebody has to approve, and that nobody has asked for. */
export function approvalStep(
  fields: Partial<Step> = {},
  approval: Partial<NonNullable<Step['approval']>> = {},
): Step {
  return step({
    name: 'go',
    title: 'It may go to production',
    kind: 'approval',
    state: 'open',
    facts: [],
    approval: { state: 'none', approvers: [platform], ...approval },
    action: { kind: 'request-approval', title: 'Request approval' },
    ...fields,
  });
}

/** The same, asked for. */
export function askedStep(by = noor, approvers = [platform]): Step {
  return approvalStep(
    { state: 'asked', action: undefined },
    {
      state: 'asked',
      approvers,
      asked: { by, at: hoursAgo(1), comment: 'All dashboards are there' },
    },
  );
}

/** A stage of the path. */
export function stage(
  name: string,
  state: Stage['state'],
  steps: Step[],
): Stage {
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return { name, title, state, steps };
}

/** Where a service stands: in staging, with something to do. */
export function standing(fields: Partial<Standing> = {}): Standing {
  return {
    service: quotes,
    title: 'Quotes',
    type: 'microservice',
    owners: ['group:default/booking'],
    stage: 'staging',
    since: hoursAgo(72),
    isStuck: false,
    isComplete: false,
    next: 'See its deployments: 1 of 2 pods are ready in staging-eu',
    broken: 0,
    asked: [],
    ...fields,
  };
}

/** A life cycle in staging: CI is behind it, production ahead, and retirement at the end. */
export function lifecycle(fields: Partial<Lifecycle> = {}): Lifecycle {
  return {
    ...standing(),
    beganAt: hoursAgo(500),
    beganBy: dana,
    stages: [
      stage('ci', 'done', [step()]),
      stage('staging', 'present', [
        step({
          name: 'healthy',
          title: 'It is healthy in staging',
          state: 'open',
          facts: [
            fact({
              id: 'healthy-in:staging',
              title: 'Healthy in staging',
              state: 'fails',
              sentence: '1 of 2 pods are ready in staging-eu',
              link: {
                title: 'Deployments',
                url: '/catalog/default/component/quotes/deployments',
              },
            }),
          ],
          action: {
            kind: 'page',
            title: 'See its deployments',
            path: '/catalog/default/component/quotes/deployments',
          },
        }),
        step({ name: 'image', title: 'An image is in the registry' }),
      ]),
      stage('production', 'ahead', [
        step({
          name: 'running',
          title: 'It is healthy in production',
          state: 'waiting',
          waitsFor: ['Waits for the stage Staging'],
          facts: [],
        }),
      ]),
      {
        ...stage('retired', 'ahead', [
          step({ name: 'gone', title: 'It runs nowhere', state: 'waiting' }),
        ]),
        isEnd: true,
      },
    ],
    ...fields,
  };
}

/** One whose present stage has nothing but this step. */
export function lifecycleAt(only: Step): Lifecycle {
  return lifecycle({ stages: [stage('staging', 'present', [only])] });
}
