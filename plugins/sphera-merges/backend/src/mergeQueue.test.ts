import { answered, until, untilState } from './__testUtils__/asking';
import { sendFromGitHub } from './__testUtils__/sendFromGitHub';
import { ORGANIZATION } from './__testUtils__/startGitHub';
import { type Scene, startScene } from './__testUtils__/startScene';

const QUOTES = `/repos/${ORGANIZATION}/quotes`;
const QUEUE = 'refs/heads/gh-readonly-queue/main';

/** A commit that GitHub's queue made of a pull request: it is on a branch of the queue. */
async function enqueue({ gitHub }: Scene, branch: string): Promise<string> {
  await gitHub.open('quotes', branch);
  const ask = (method: string, path: string, body?: object) =>
    gitHub.ask('dana-okafor', method, `${QUOTES}/git/${path}`, body);
  const { object } = await ask('GET', `ref/heads/${branch}`);
  const { tree } = await ask('GET', `commits/${object.sha}`);
  const { sha } = await ask('POST', 'commits', {
    message: `Queue ${branch}`,
    tree: tree.sha,
    parents: [object.sha],
  });
  await ask('POST', 'refs', { ref: `${QUEUE}/pr-${branch}`, sha });
  return sha;
}

/** Tells the portal of it, as GitHub does. */
async function tell({ url }: Scene, sha: string) {
  const { status } = await sendFromGitHub(url, 'merge_group', {
    action: 'checks_requested',
    merge_group: { head_sha: sha, base_ref: 'refs/heads/main' },
    repository: { full_name: `${ORGANIZATION}/quotes` },
  });
  expect(status).toBe(202);
}

/** The portal's status at a commit. */
const statusAt = async ({ gitHub }: Scene, sha: string) => {
  const { statuses } = await gitHub.ask(
    'sphera-portal',
    'GET',
    `${QUOTES}/commits/${sha}/status`,
  );
  return statuses.find((one: any) => one.context === 'sphera/merge-freeze');
};

describe('a merge queue', () => {
  it('gets the status at the commits that it makes, and hears of a freeze while they wait', async () => {
    const scene = await startScene();
    const { dana } = await scene.portal();
    await untilState(dana, 'quotes', 'open');
    const first = await enqueue(scene, 'first');
    await tell(scene, first);
    const told = await until(
      () => statusAt(scene, first),
      status => status !== undefined,
    );
    expect(told).toMatchObject({
      state: 'success',
      description: 'Merges are not frozen',
    });

    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await until(
      () => statusAt(scene, first),
      ({ state }) => state === 'failure',
    );
    const second = await enqueue(scene, 'second');
    await tell(scene, second);
    const refused = await until(
      () => statusAt(scene, second),
      status => status !== undefined,
    );
    expect(refused).toMatchObject({
      state: 'failure',
      description: 'Merges are frozen: An incident',
    });
  });

  it('is found at a start, too, where nobody told of it', async () => {
    const scene = await startScene();
    const { dana } = await scene.portal();
    await untilState(dana, 'quotes', 'open');
    await scene.stopPortal();
    const sha = await enqueue(scene, 'first');
    await scene.portal();
    const told = await until(
      () => statusAt(scene, sha),
      status => status !== undefined,
    );
    expect(told).toMatchObject({ state: 'success' });
  });
});
