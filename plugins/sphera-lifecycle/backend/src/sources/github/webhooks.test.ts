import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { StartedFacts } from '../../facts/__testUtils__/startFacts';
import {
  check,
  commit,
  type GitHubOfTest,
  headOf,
  makeRepository,
  ORGANIZATION,
  quotes,
  startGitHubOfTest,
} from './__testUtils__/startGitHubOfTest';

jest.setTimeout(120_000);

const REPO = `/repos/${ORGANIZATION}/quotes`;

describe('what webhooks of GitHub tell', () => {
  let github: GitHubOfTest;
  let portal: StartedFacts;
  beforeEach(async () => {
    github = await startGitHubOfTest();
    await makeRepository(github);
    portal = await github.portal({ services: [quotes(), quotes('parcels')] });
    await portal.look();
    await github.hookInto(portal);
  });
  afterEach(() => github.stop());

  const build = () => portal.fact('quotes', 'main-build-passed')!;
  const isSaid = (state: string) =>
    eventually(() => expect(build()).toMatchObject({ state }));

  it('is looked at right away: checks, statuses and pushes', async () => {
    const sha = await headOf(github);
    await check(github, sha, { conclusion: 'success' });
    await isSaid('holds');
    await github.ask('POST', `${REPO}/statuses/${sha}`, {
      context: 'ci/test',
      state: 'failure',
    });
    await isSaid('fails');
    const next = await commit(github);
    await eventually(() =>
      expect(build().sentence).toContain(`; ${next.slice(0, 7)} has no end`),
    );
  });

  it('is looked at when a repository appears, and when it is gone', async () => {
    const exists = (state: string) =>
      eventually(() =>
        expect(portal.fact('parcels', 'repository-exists')).toMatchObject({
          state,
        }),
      );
    await exists('fails');
    await makeRepository(github, 'parcels');
    await exists('holds');
    await github.ask('DELETE', `/repos/${ORGANIZATION}/parcels`);
    await exists('fails');
  });

  it('is left alone where it is of other branches, of the portal itself, or nothing of builds', async () => {
    const full_name = `${ORGANIZATION}/quotes`;
    const repository = { full_name, default_branch: 'main' };
    const other = { head_branch: 'change' };
    const events: Array<[string, object]> = [
      ['push', { ref: 'refs/heads/change', repository }],
      ['status', { context: 'ci', branches: [{ name: 'change' }], repository }],
      ['status', { context: 'sphera/merge-freeze', repository }],
      ['check_run', { check_run: { check_suite: other }, repository }],
      ['check_run', { check_run: { name: 'sphera/frozen' }, repository }],
      ['check_suite', { check_suite: other, repository }],
      ['workflow_run', { workflow_run: other, repository }],
      ['pull_request', { repository }],
      ['ping', {}],
      ['push', { ref: 'refs/heads/main', repository: { full_name: 'a/b' } }],
    ];
    // Late enough that a look would be written down, too early for one of the schedule.
    portal.clock.leap(60_000);
    const publish = (event: string, eventPayload: object) =>
      portal.events.publish({
        topic: 'github',
        eventPayload,
        metadata: { 'x-github-event': event },
      });
    const { seenAt } = build();
    for (const event of events) await publish(...event);
    // Looks come in the order of their events: when this one is through, others would have been.
    await publish('repository', {
      repository: { full_name: `${ORGANIZATION}/parcels` },
    });
    await eventually(() =>
      expect(portal.fact('parcels', 'repository-exists')!.seenAt).not.toBe(
        seenAt,
      ),
    );
    expect(build().seenAt).toBe(seenAt);
    await publish('push', { ref: 'refs/heads/main', repository });
    await eventually(() => expect(build().seenAt).not.toBe(seenAt));
  });
});
