import { answered, checked, refused } from './__testUtils__/asking';
import { begin, DRAFT, manifestOf, publish } from './__testUtils__/creating';
import { ACCOUNT, ORGANIZATION, REGION } from './__testUtils__/startOutside';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.stop());

describe('a name', () => {
  const check = (name: string) => checked(portal.dana, name);

  it.each([
    'a',
    'Parcel',
    'parcel--fares',
    '1parcel',
    'parcel-',
    'x'.repeat(41),
  ])('cannot be %s', async name => {
    expect(await check(name)).toMatchObject({
      isFree: false,
      findings: [{ where: 'format', state: 'wrong' }],
    });
  });

  it('cannot be one that the company has reserved', async () => {
    const { findings } = await check('admin');
    expect(findings).toEqual([
      {
        where: 'format',
        state: 'wrong',
        sentence: 'admin is reserved: choose another name',
      },
    ]);
  });

  it('is free where nothing is called so', async () => {
    const { isFree, findings } = await check('nobody-has-it');
    expect(isFree).toBe(true);
    expect(findings.map(({ where }: any) => where)).toEqual([
      'format',
      'catalog',
      'creations',
      'github',
      'registry',
    ]);
  });

  it('is taken in the catalog, on GitHub, in the registry, and by somebody who is creating it', async () => {
    await portal.outside.ask('POST', `/orgs/${ORGANIZATION}/repos`, {
      name: 'on-github',
    });
    portal.outside.aws.aws.images(ACCOUNT, REGION).add({ name: 'in-ecr' });
    await begin(portal, { name: 'begun-already' });
    const takenIn = async (name: string) =>
      (await check(name)).findings
        .filter(({ state }: any) => state === 'taken')
        .map(({ where }: any) => where);
    expect(await takenIn('quotes')).toEqual(['catalog']);
    expect(await takenIn('on-github')).toEqual(['github']);
    expect(await takenIn('in-ecr')).toEqual(['registry']);
    expect(await takenIn('begun-already')).toEqual(['creations']);
  });

  it('is not said to be free while a place does not answer', async () => {
    portal.outside.gitHub.fault('forbidden');
    const { isFree, findings } = await answered(portal.dana, 'check-name', {
      name: 'who-knows',
    });
    portal.outside.gitHub.fault('none');
    expect(isFree).toBe(false);
    expect(findings).toContainEqual(
      expect.objectContaining({ where: 'github', state: 'unknown' }),
    );
  });
});

describe('a creation cannot begin', () => {
  const wrong = async (more: object, status = 400) =>
    refused(portal.dana.ask('begin-creation', { ...DRAFT, ...more }), status);

  it('with a name that is taken, an owner or a system that is not, or a region without clusters', async () => {
    expect(await wrong({ name: 'quotes' })).toBe(
      'name cannot be quotes: A service of the catalog is called so',
    );
    expect(await wrong({ owner: 'nobody' })).toBe(
      'owner must be a group of the catalog: it has no group:default/nobody',
    );
    expect(await wrong({ system: 'none' })).toBe(
      'system must be a system of the catalog: it has no system:default/none',
    );
    expect(await wrong({ regions: ['nowhere'] })).toBe(
      `regions must have clusters: nowhere has none; these have: ${REGION}, us-east-1`,
    );
  });

  it('twice under one name, however many try in the same moment', async () => {
    const answers = await Promise.all(
      [portal.dana, portal.sam].map(caller =>
        caller.ask('begin-creation', { ...DRAFT, name: 'wanted-by-two' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('with other answers than those it was begun with', async () => {
    const name = 'changed-my-mind';
    await begin(portal, { name });
    expect(await wrong({ name, purpose: 'Something else' }, 409)).toContain(
      'with other answers',
    );
  });
});

describe('a creation', () => {
  it('is gone on with by whoever began it alone, and taken back by nobody else but the platform', async () => {
    const creation = await begin(portal, { name: 'of-dana' });
    expect(
      await refused(
        portal.sam.ask('create-image-repository', { creation }),
        403,
      ),
    ).toBe(
      'Only user:default/dana, who began it, may go on with the creation of of-dana',
    );
    expect(
      await refused(portal.dana.ask('finish-creation', { creation }), 409),
    ).toContain('Repository on GitHub (waiting)');
  });

  it('never touches a repository that is not its own', async () => {
    const name = 'of-somebody';
    const creation = await begin(portal, { name });
    await publish(portal, 'another-creation', name);
    expect(
      await refused(portal.dana.ask('settle-repository', { creation }), 409),
    ).toContain('is not of this creation');
    await answered(portal.dana, 'undo-creation', {
      creation,
      reason: 'a test',
    });
    const path = `/repos/${ORGANIZATION}/${name}`;
    expect(await portal.outside.ask('GET', path)).toMatchObject({ name });
  });

  it.each([
    [
      'a kind that services may not bring',
      'kind: ClusterRole\n',
      'ClusterRole',
    ],
    ['an object of another name', manifestOf('quotes'), 'called quotes'],
    ['another namespace', manifestOf('astray', 'kube-system'), 'kube-system'],
    [
      'another image',
      manifestOf('astray').replace(
        'ecr.eu-central-1.amazonaws.com',
        'evil.example',
      ),
      'has the image',
    ],
    ['no YAML', 'a: [', 'is no YAML'],
  ])('commits no manifest with %s', async (_, text, words) => {
    const name = 'astray';
    const creation = await begin(portal, { name });
    const files = [
      { path: `services/${name}/staging/${REGION}.yaml`, content: text },
    ];
    expect(
      await refused(
        portal.dana.ask('commit-manifests', { creation, files }),
        422,
      ),
    ).toContain(words);
  });

  it('commits nothing outside of its own folder', async () => {
    const creation = await begin(portal, { name: 'astray' });
    const files = [{ path: 'README.md', content: manifestOf('astray') }];
    expect(
      await refused(
        portal.dana.ask('commit-manifests', { creation, files }),
        422,
      ),
    ).toContain('README.md is no manifest of this service');
  });
});
