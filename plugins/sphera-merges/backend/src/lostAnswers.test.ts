import { answered, untilHold, untilState } from './__testUtils__/asking';
import { auditorOfTest } from './__testUtils__/auditorOfTest';
import { ORGANIZATION } from './__testUtils__/startGitHub';
import { startScene } from './__testUtils__/startScene';
import { untilSettled } from './__testUtils__/untilSettled';

const QUOTES = `/repos/${ORGANIZATION}/quotes`;

describe('an answer of GitHub that is lost', () => {
  const start = async () => {
    const audit = auditorOfTest();
    const scene = await startScene(['quotes'], { features: [audit.feature] });
    const number = await scene.gitHub.open('quotes');
    const { dana } = await scene.portal();
    await untilState(dana, 'quotes', 'open');
    await untilSettled(scene);
    const head = await scene.gitHub.headOf('quotes', number);
    return { ...scene, audit, number, dana, head };
  };

  it('after a status was set leaves that status, said once, and the pull request held', async () => {
    const { gitHub, audit, number, dana, head } = await start();
    const call = `POST ${QUOTES}/statuses/${head}`;
    gitHub.fail('lost', { calls: [call], times: 1 });
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    const hold = await untilHold(
      dana,
      'quotes',
      ({ state, pullRequests }) => state === 'frozen' && pullRequests.held > 0,
    );
    expect(hold.items).toMatchObject([{ number, state: 'held' }]);
    const statuses = await gitHub.ask(
      'sphera-portal',
      'GET',
      `${QUOTES}/commits/${head}/statuses`,
    );
    expect(statuses.map(({ state }: { state: string }) => state)).toEqual([
      'failure',
      'success',
    ]);
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
    expect(audit.succeeded('note-merge-switch')).toHaveLength(1);
  });

  it('after an exemption was granted lets the pull request through, said once', async () => {
    const { gitHub, audit, number, dana, head } = await start();
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');
    const call = `POST ${QUOTES}/statuses/${head}`;
    gitHub.fail('lost', { calls: [call], times: 1 });
    await gitHub.label('noor-haddad', 'quotes', number, 'merge-anyway');
    await untilHold(dana, 'quotes', seen => seen.pullRequests.exempt === 1);
    expect((await gitHub.merge('quotes', number)).status).toBe(200);
    expect(audit.succeeded('exempt-pull-request')).toHaveLength(1);
  });

  it('after the ruleset was made leaves one ruleset, which holds', async () => {
    const audit = auditorOfTest();
    const scene = await startScene(['quotes'], { features: [audit.feature] });
    const { gitHub, portal } = scene;
    const number = await gitHub.open('quotes');
    gitHub.fail('lost', { calls: [`POST ${QUOTES}/rulesets`], times: 1 });
    const { dana } = await portal();
    await untilState(dana, 'quotes', 'open');
    await untilSettled(scene);
    const rulesets = () =>
      gitHub.ask('sphera-portal', 'GET', `${QUOTES}/rulesets`);
    const [{ id }] = await rulesets();
    gitHub.fail('lost', { calls: [`PUT ${QUOTES}/rulesets/${id}`], times: 1 });
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');
    expect(await rulesets()).toMatchObject([{ id }]);
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
    expect(audit.succeeded('note-merge-switch')).toHaveLength(1);
  });
});
