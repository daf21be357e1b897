import { answered, refused } from './__testUtils__/asking';
import { begin, DRAFT, publish, register } from './__testUtils__/creating';
import { ACCOUNT, ORGANIZATION, REGION } from './__testUtils__/startOutside';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

/** What is asked again, as a retry of the template does. */
describe('a step that is asked again', () => {
  let portal: Portal;
  let creation: string;
  beforeAll(async () => {
    portal = await startPortal();
    creation = await begin(portal);
  });
  afterAll(() => portal.stop());
  const ask = (operation: string, more: object = {}) =>
    portal.dana.ask(operation, { creation, ...more });
  const stateOf = async () => {
    const found = await answered(portal.dana, 'get-creation', { creation });
    return found.state;
  };

  it('finds the repository published, and settles it again', async () => {
    expect(await refused(ask('settle-repository'), 409)).toBe(
      `There is no repository ${ORGANIZATION}/${DRAFT.name} yet: the template has to publish it first`,
    );
    expect(await stateOf()).toBe('stopped');
    await publish(portal, creation);
    expect(
      await answered(portal.dana, 'begin-creation', { ...DRAFT, task: 'two' }),
    ).toMatchObject({ id: creation, state: 'running', published: true });
    for (let times = 0; times < 2; times++) {
      expect((await ask('settle-repository')).body).toMatchObject({
        state: 'done',
      });
    }
    const rulesets = await portal.outside.ask(
      'GET',
      `/repos/${ORGANIZATION}/${DRAFT.name}/rulesets`,
    );
    expect(rulesets).toHaveLength(1);
  });

  it('knows its image repository again where the answer was lost', async () => {
    portal.outside.aws.aws.fault({
      account: ACCOUNT,
      region: REGION,
      fault: 'lost',
      apis: ['CreateRepository'],
      times: 1,
    });
    const made = await answered(portal.dana, 'create-image-repository', {
      creation,
    });
    expect(made.sentence).not.toContain('was there already');
    await answered(portal.dana, 'undo-creation', {
      creation,
      reason: 'to see whose it is',
    });
    const images = portal.outside.aws.aws.images(ACCOUNT, REGION);
    expect(images.find(DRAFT.name)).toBeUndefined();
  });

  it('knows its pipeline again where the answer was lost', async () => {
    creation = await begin(portal);
    await publish(portal, creation);
    portal.outside.codefresh.faulty.set('lost', {
      calls: ['POST pipelines'],
      times: 1,
    });
    await ask('create-pipeline');
    await answered(portal.dana, 'create-pipeline', { creation });
    expect(portal.outside.codefresh.pipelines.list()).toHaveLength(1);
  });

  it('leaves manifests alone that a pipeline has changed since', async () => {
    await answered(portal.dana, 'commit-manifests', { creation });
    const path = `services/${DRAFT.name}/staging/${REGION}.yaml`;
    const newer = (await portal.outside.deployed(path))!.replace(
      /:[0-9a-f]{12}/,
      ':0123456789ab',
    );
    await portal.outside.commit({ [path]: newer });
    await answered(portal.dana, 'commit-manifests', { creation });
    expect(await portal.outside.deployed(path)).toBe(newer);
  });

  it('makes a secret once', async () => {
    register(portal, creation);
    await answered(portal.dana, 'await-service', { creation });
    const secrets = [{ name: 'database-password' }];
    const versions = () =>
      portal.outside.aws.aws
        .secrets(ACCOUNT, REGION)
        .ordered()
        .map(secret => [secret.name, secret.versions.length]);
    await answered(portal.dana, 'create-secrets', { creation, secrets });
    const before = versions();
    expect(before).toHaveLength(2);
    await answered(portal.dana, 'create-secrets', { creation, secrets });
    expect(versions()).toEqual(before);
  });
});
