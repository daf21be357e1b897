import { answered } from '../__testUtils__/asking';
import type { Portal } from '../__testUtils__/startRollback';
import { logOf } from '../running/__testUtils__/logOf';
import {
  promotion,
  REASON,
  runInStaging,
  startPromoting,
} from './__testUtils__/promoting';

const REPOSITORY = 'billing-deployments';

describe('promoting where the branch takes pull requests alone', () => {
  let portal: Portal;
  beforeEach(async () => {
    portal = await startPromoting();
    await runInStaging(portal, 'payments', '2.31.0');
  });
  afterEach(() => portal.stop());

  const promote = () =>
    answered(portal, 'promote', promotion('payments', { reason: REASON }));

  it('opens one, and the same when somebody asks again', async () => {
    const before = await logOf(portal.world, REPOSITORY);
    const { commits, sentence } = await promote();
    expect(commits).toMatchObject([
      {
        repository: REPOSITORY,
        pullRequest: {
          number: expect.any(Number),
          url: expect.stringContaining('/pull/'),
        },
      },
    ]);
    expect(sentence).toBe(
      `Pull request #${commits[0].pullRequest.number} of billing-deployments is open: once it is merged, Production is to run 2.31.0`,
    );
    expect((await promote()).commits).toEqual(commits);
    expect(await logOf(portal.world, REPOSITORY)).toEqual(before);
  });

  it('has the whole change in it', async () => {
    await promote();
    const { id } = await answered(
      portal,
      'plan-promotion',
      promotion('payments'),
    );
    const [commit, before] = await logOf(
      portal.world,
      REPOSITORY,
      `sphera/promotion-${id}`,
    );
    expect(commit.subject).toBe(
      'Promote payments 2.31.0 from staging to production',
    );
    expect(before).toEqual((await logOf(portal.world, REPOSITORY))[0]);
  });
});
