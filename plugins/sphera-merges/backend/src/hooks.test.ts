import { answered, until, untilState } from './__testUtils__/asking';
import { sendFromGitHub } from './__testUtils__/sendFromGitHub';
import { ORGANIZATION, TOKENS } from './__testUtils__/startGitHub';
import { WEBHOOK_SECRET } from './__testUtils__/startPortal';
import { startScene } from './__testUtils__/startScene';

describe('what GitHub tells the portal', () => {
  it('is refused where its signature is wrong, and nothing is looked at', async () => {
    const { portal, url } = await startScene();
    await portal();
    const send = (secret: string) =>
      sendFromGitHub(
        url,
        'pull_request',
        {
          action: 'opened',
          repository: { full_name: `${ORGANIZATION}/quotes` },
        },
        secret,
      );
    expect((await send('of-somebody-else')).status).toBe(403);
    expect((await send(WEBHOOK_SECRET)).status).toBe(202);
  });

  it('comes by a webhook that the portal makes once, and mends where somebody switched it off', async () => {
    const { gitHub, portal, url } = await startScene();
    const { noor } = await portal();
    const hooks = () =>
      gitHub.ask('sphera-portal', 'GET', `/orgs/${ORGANIZATION}/hooks`);
    const [made] = await until(hooks, all => all.length > 0);
    expect(made).toMatchObject({
      active: true,
      config: { url: `${url}/api/events/http/github`, content_type: 'json' },
    });
    await gitHub.ask(
      'sphera-portal',
      'PATCH',
      `/orgs/${ORGANIZATION}/hooks/${made.id}`,
      { active: false, events: ['push'] },
    );
    await answered(noor, 'reconcile-merges');
    const all = await hooks();
    expect(all).toMatchObject([{ active: true }]);
    expect(all[0].events).toContain('pull_request');
  });

  it('is missed where the portal may make no webhook: that is said, with what to do, beside where the repositories stand', async () => {
    const { portal, stopPortal } = await startScene();
    const first = await portal({ token: TOKENS['dana-okafor'] });
    await untilState(first.dana, 'quotes', 'unenforced');
    const { unheard, items } = await until(
      () => answered(first.dana, 'list-merge-holds'),
      answer => answer.unheard.length > 0,
    );
    expect(unheard).toEqual([
      {
        organization: ORGANIZATION,
        problem: {
          sentence: expect.stringMatching(
            /^GitHub does not tell the portal what happens, so that .*set up webhooks of the organisation.* set sphera\.merges\.webhook to false$/,
          ),
          since: expect.any(String),
        },
      },
    ]);
    expect(items).toMatchObject([{ state: 'unenforced' }]);
    await stopPortal();

    const { dana } = await portal();
    await until(
      () => answered(dana, 'list-merge-holds'),
      answer => answer.unheard.length === 0,
    );
  });
});
