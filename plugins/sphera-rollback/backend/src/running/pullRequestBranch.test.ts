import { commitTo } from '@sphera/dev-fleet';
import { answered } from '../__testUtils__/asking';
import { DANA_IN_GIT } from '../__testUtils__/people';
import { TOKENS } from '../__testUtils__/settings';
import { type Portal, startRollback } from '../__testUtils__/startRollback';
import { begin, ended } from '../acting/__testUtils__/rollingBack';
import { commitsOf } from './__testUtils__/logOf';
import { StoppingPoint } from './__testUtils__/StoppingPoint';

const REPOSITORY = 'billing-deployments';

describe('the pull request of a rollback, where its branch is another one than the portal made', () => {
  let portal: Portal;
  let at: StoppingPoint;
  let id: string;
  beforeEach(async () => {
    at = new StoppingPoint('after a state of a pull request');
    portal = await startRollback({ follows: true, plugin: at.plugin });
    await portal.seen();
    id = await begin(portal, { service: 'payments', version: '2.29.0' });
    await at.reached();
  });
  afterEach(() => portal.stop());

  const commits = () => commitsOf(portal.world, id, REPOSITORY);

  /** Somebody who may push commits to its branch. */
  const add = (files: Record<string, string>) =>
    commitTo(portal.world.folderOf(REPOSITORY), {
      branch: `sphera/rollback-${id}`,
      files,
      message: 'While we are at it',
      author: DANA_IN_GIT,
      at: Date.now(),
    });

  it('is not merged with what somebody added', async () => {
    await add({ 'applications/production/eu-central-1/ledger.yaml': 'x: 1\n' });
    at.goOn();
    expect(await ended(portal, id)).toMatchObject({
      state: 'failed',
      sentence: expect.stringMatching(
        /^Somebody changed the branch of pull request #\d+: .+ \(applications\/production\/eu-central-1\/ledger\.yaml\)$/,
      ),
      nextStep: expect.stringContaining('by hand if it is right'),
    });
    expect(await commits()).toEqual([]);
  });

  it('is not merged where somebody changed more of the same file', async () => {
    const { files } = await answered(portal, 'get-rollback', { id });
    await add({ [files[0].path]: 'kind: Nothing\n' });
    at.goOn();
    expect(await ended(portal, id)).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining('Somebody changed the branch'),
    });
    expect(await commits()).toEqual([]);
  });

  it('is merged where it was only brought up to date', async () => {
    await portal.world.push(REPOSITORY, {
      files: { 'README.md': 'something else\n' },
      message: 'Something else',
    });
    const { commits: begun } = await answered(portal, 'get-rollback', { id });
    const { number } = begun[0].pullRequest;
    const updated = await fetch(
      `${portal.world.url}/api/v3/repos/kestrel-parcels/${REPOSITORY}/pulls/${number}/update-branch`,
      { method: 'PUT', headers: { authorization: `token ${TOKENS.git}` } },
    );
    expect(updated.status).toBe(202);
    at.goOn();
    expect(await ended(portal, id)).toMatchObject({ state: 'done' });
    expect(await commits()).toHaveLength(1);
  });
});
