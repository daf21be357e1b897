import { auditorOfTest } from './__testUtils__/auditorOfTest';
import { answered, until, untilHold, untilState } from './__testUtils__/asking';
import { type Scene, startScene } from './__testUtils__/startScene';

const LABEL = 'merge-anyway';

async function frozenScene(scene: Scene) {
  const number = await scene.gitHub.open('quotes');
  const { dana } = await scene.portal();
  await answered(dana, 'freeze-merges', { reason: 'An incident' });
  await untilState(dana, 'quotes', 'frozen');
  return { number, dana };
}

describe('the label of exemption', () => {
  it('lets a pull request through where a named person has put it on, which is on the record', async () => {
    const auditor = auditorOfTest();
    const scene = await startScene(['quotes'], { features: [auditor.feature] });
    const { gitHub } = scene;
    const { number, dana } = await frozenScene(scene);
    const other = await gitHub.open('quotes', 'other');

    await gitHub.label('noor-haddad', 'quotes', number, LABEL);
    const hold = await untilHold(
      dana,
      'quotes',
      seen => seen.pullRequests.exempt === 1 && seen.pullRequests.held === 1,
    );
    expect(hold.items.find(one => one.number === number)).toMatchObject({
      state: 'exempt',
      exemptedBy: 'noor-haddad',
      sentence: 'Exempt from the freeze: noor-haddad',
    });
    expect((await gitHub.merge('quotes', other)).status).toBe(405);
    expect((await gitHub.merge('quotes', number)).status).toBe(200);
    expect(auditor.succeeded('exempt-pull-request')).toMatchObject([
      {
        actor: 'user:default/noor',
        input: { number, login: 'noor-haddad', reason: 'An incident' },
      },
    ]);
  });

  it('exempts nothing where somebody else has put it on, and says so', async () => {
    const scene = await startScene();
    const { gitHub } = scene;
    const { number } = await frozenScene(scene);
    await gitHub.label('dana-okafor', 'quotes', number, LABEL);
    await until(
      () => gitHub.statusOf('quotes', number),
      ({ description }) =>
        description ===
        'Merges are frozen, and the label of dana-okafor does not exempt: An incident',
    );
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
  });

  it('holds for every freeze no longer than it is on', async () => {
    const scene = await startScene();
    const { gitHub } = scene;
    const { number, dana } = await frozenScene(scene);
    await gitHub.label('noor-haddad', 'quotes', number, LABEL);
    await untilHold(dana, 'quotes', seen => seen.pullRequests.exempt === 1);
    await gitHub.unlabel('noor-haddad', 'quotes', number, LABEL);
    await untilHold(dana, 'quotes', seen => seen.pullRequests.held === 1);
    expect((await gitHub.merge('quotes', number)).status).toBe(405);

    await answered(dana, 'unfreeze-merges', { reason: 'It is over' });
    await untilState(dana, 'quotes', 'open');
    // The next one holds it from its first moment.
    await answered(dana, 'freeze-merges', { reason: 'Another one' });
    await untilState(dana, 'quotes', 'frozen');
    expect((await gitHub.merge('quotes', number)).status).toBe(405);
  });

  it('counts for a commit of several pull requests only where each of them has it', async () => {
    const scene = await startScene();
    const { gitHub } = scene;
    const { number, dana } = await frozenScene(scene);
    const at = `/repos/kestrel-parcels/quotes`;
    await gitHub.ask('dana-okafor', 'POST', `${at}/git/refs`, {
      ref: 'refs/heads/same',
      sha: await gitHub.headOf('quotes', number),
    });
    const { number: other } = await gitHub.ask(
      'dana-okafor',
      'POST',
      `${at}/pulls`,
      { title: 'The same', head: 'same', base: 'main' },
    );
    await gitHub.label('noor-haddad', 'quotes', number, LABEL);
    await until(
      () => gitHub.statusOf('quotes', number),
      ({ description }) =>
        description ===
        `Merges are frozen, and #${other} of the same commit is not exempt: An incident`,
    );
    await untilHold(dana, 'quotes', seen => seen.pullRequests.held === 2);
    expect((await gitHub.merge('quotes', number)).status).toBe(405);

    await gitHub.label('noor-haddad', 'quotes', other, LABEL);
    await untilHold(dana, 'quotes', seen => seen.pullRequests.exempt === 2);
    expect((await gitHub.merge('quotes', number)).status).toBe(200);
  });
});
