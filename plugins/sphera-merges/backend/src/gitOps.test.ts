import { answered, until, untilState } from './__testUtils__/asking';
import { ORGANIZATION } from './__testUtils__/startGitHub';
import { type Scene, startScene } from './__testUtils__/startScene';

const DEPLOYMENTS = `${ORGANIZATION}/deployments`;

/** The settings of those who commit to the manifests at GitHub. */
const committing = ({ gitHub }: Scene) => ({
  rollback: {
    repositories: [
      { name: 'deployments', url: `${gitHub.url}/${DEPLOYMENTS}` },
    ],
  },
  creation: {
    manifests: {
      repository: {
        name: 'manifests',
        url: `${gitHub.url}/${ORGANIZATION}/Manifests.git`,
      },
    },
  },
});
const startWithManifests = () =>
  startScene(['quotes', 'deployments', 'manifests'], { services: ['quotes'] });

describe('a freeze of everything', () => {
  it.each(['check', 'ruleset'])(
    'by %s leaves the repositories out that rollbacks and creations commit to',
    async strategy => {
      const scene = await startWithManifests();
      const { gitHub } = scene;
      const held = await gitHub.open('quotes');
      const rollback = await gitHub.open('deployments');
      const creation = await gitHub.open('manifests');
      const { dana } = await scene.portal({
        merges: { strategy },
        others: committing(scene),
      });
      await answered(dana, 'freeze-merges', { reason: 'An incident' });
      await untilState(dana, 'quotes', 'frozen');
      expect(await answered(dana, 'list-merge-holds')).toMatchObject({
        totalItems: 1,
      });
      expect((await gitHub.merge('quotes', held)).status).toBe(405);
      expect((await gitHub.merge('deployments', rollback)).status).toBe(200);
      expect((await gitHub.merge('manifests', creation)).status).toBe(200);
      // As a rollback does it: right to the branch.
      await gitHub.ask(
        'sphera-portal',
        'PUT',
        `/repos/${DEPLOYMENTS}/contents/version.txt`,
        { message: 'Back', content: 'MQ==' },
      );
    },
  );

  it('holds such a repository, too, where somebody has named it', async () => {
    const scene = await startWithManifests();
    const number = await scene.gitHub.open('deployments');
    const { dana } = await scene.portal({
      merges: { strategy: 'ruleset', repositories: [DEPLOYMENTS] },
      others: committing(scene),
    });
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');
    expect((await scene.gitHub.merge('deployments', number)).status).toBe(405);
  });

  it('lets go of what was held until now, and is left out from here on', async () => {
    const scene = await startWithManifests();
    const { gitHub, portal } = scene;
    const number = await gitHub.open('deployments');
    const first = await portal();
    await answered(first.dana, 'freeze-merges', { reason: 'An incident' });
    await until(
      () => gitHub.statusOf('deployments', number),
      status => status?.state === 'failure',
    );
    await untilState(first.dana, 'quotes', 'frozen');
    await scene.stopPortal();

    const { dana } = await portal({ others: committing(scene) });
    await until(
      () =>
        gitHub.ask('sphera-portal', 'GET', `/repos/${DEPLOYMENTS}/rulesets`),
      rulesets => rulesets.length === 0,
    );
    expect((await gitHub.merge('deployments', number)).status).toBe(200);
    await until(
      async () => {
        await answered(dana, 'reconcile-merges', { service: 'quotes' });
        return answered(dana, 'list-merge-holds', { search: 'deployments' });
      },
      ({ totalItems }) => totalItems === 0,
    );
  });
});
