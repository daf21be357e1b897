import { answered, checked } from './__testUtils__/asking';
import { create, DRAFT } from './__testUtils__/creating';
import { ACCOUNT, ORGANIZATION, REGION } from './__testUtils__/startOutside';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const REPOSITORY = `/repos/${ORGANIZATION}/${DRAFT.name}`;
const MANIFEST = `services/${DRAFT.name}/staging/${REGION}.yaml`;

describe('a service that is created', () => {
  let portal: Portal;
  let creation: any;
  beforeAll(async () => {
    portal = await startPortal();
    creation = await create(portal);
  });
  afterAll(() => portal.stop());

  it('is done, with each step and links to everything', async () => {
    expect(creation).toMatchObject({
      state: 'done',
      service: `component:default/${DRAFT.name}`,
      startedBy: 'user:default/dana',
      draft: { owner: 'group:default/booking' },
    });
    expect(
      Object.fromEntries(
        creation.steps.map(({ step, state }: any) => [step, state]),
      ),
    ).toEqual({
      repository: 'done',
      'image-repository': 'done',
      pipeline: 'done',
      manifests: 'done',
      catalog: 'done',
      secrets: 'done',
      flags: 'skipped',
      lifecycle: 'skipped',
    });
    // Neither capability is part of this portal.
    expect(creation.steps).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ sentence: 'This portal keeps no flags' }),
        expect.objectContaining({
          sentence: 'This portal keeps no life cycles',
        }),
      ]),
    );
    expect(creation.links.map(({ title }: any) => title)).toEqual([
      'Repository',
      'Images',
      'Pipeline',
      'Manifests',
    ]);
    expect(
      await answered(portal.dana, 'list-creations', { name: DRAFT.name }),
    ).toMatchObject({ totalItems: 1, items: [{ id: creation.id }] });
  });

  it('has a repository whose main branch takes checked pull requests alone, with the labels, topics and teams of the company', async () => {
    const { ask } = portal.outside;
    const rules = await ask('GET', `${REPOSITORY}/rules/branches/main`);
    expect(rules.map(({ type }: any) => type).sort()).toEqual([
      'deletion',
      'non_fast_forward',
      'pull_request',
      'required_status_checks',
    ]);
    expect(JSON.stringify(rules)).toContain('sphera/merge-freeze');
    const labels = await ask('GET', `${REPOSITORY}/labels`);
    expect(labels).toContainEqual(
      expect.objectContaining({ name: 'urgent', color: 'ff0000' }),
    );
    expect(await ask('GET', `${REPOSITORY}/topics`)).toEqual({
      names: ['kestrel'],
    });
    const teams = await ask('GET', `${REPOSITORY}/teams`);
    expect(
      teams.map(({ slug, permission }: any) => [slug, permission]).sort(),
    ).toEqual([
      ['booking', 'maintain'],
      ['platform', 'admin'],
    ]);
  });

  it('has an image repository with scans and immutable tags, and a pipeline', async () => {
    const images = portal.outside.aws.aws.images(ACCOUNT, REGION);
    expect(images.find(DRAFT.name)).toMatchObject({
      tagMutability: 'IMMUTABLE',
      scanOnPush: true,
    });
    expect(portal.outside.codefresh.pipelines.list()).toMatchObject([
      { metadata: { name: `kestrel/${DRAFT.name}` } },
    ]);
  });

  it('has manifests of its first environments alone in the GitOps repository, at the version of its first commit', async () => {
    const text = await portal.outside.deployed(MANIFEST);
    const branch = await portal.outside.ask(
      'GET',
      `${REPOSITORY}/branches/main`,
    );
    expect(text).toContain(`${DRAFT.name}:${branch.commit.sha.slice(0, 12)}`);
    expect(
      await portal.outside.deployed(
        `services/${DRAFT.name}/production/${REGION}.yaml`,
      ),
    ).toBeUndefined();
  });

  it('has its first secrets where it is going to run', async () => {
    const names = [REGION, 'us-east-1'].flatMap(region =>
      portal.outside.aws.aws
        .secrets(ACCOUNT, region)
        .ordered()
        .map(({ name }) => `${region} ${name}`),
    );
    expect(names.sort()).toEqual([
      `${REGION} production/${DRAFT.name}/database-password`,
      `${REGION} staging/${DRAFT.name}/database-password`,
      `us-east-1 production/${DRAFT.name}/database-password`,
    ]);
  });

  it('is gone again once it is taken back, and its name is free', async () => {
    const undone = await answered(portal.dana, 'undo-creation', {
      creation: creation.id,
      reason: 'it was a test',
    });
    expect(undone).toMatchObject({ state: 'undone', links: [] });
    expect(await portal.outside.ask('GET', REPOSITORY)).toBeUndefined();
    expect(await portal.outside.deployed(MANIFEST)).toBeUndefined();
    const images = portal.outside.aws.aws.images(ACCOUNT, REGION);
    expect(images.find(DRAFT.name)).toBeUndefined();
    expect(portal.outside.codefresh.pipelines.list()).toEqual([]);
    expect(portal.catalog.locations.size).toBe(0);
    expect(await checked(portal.dana, DRAFT.name)).toMatchObject({
      isFree: true,
    });
  });
});
