import { answered } from './__testUtils__/asking';
import { DRAFT } from './__testUtils__/creating';
import { ORGANIZATION, REGION } from './__testUtils__/startOutside';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

describe('the plan of a creation', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.stop());

  const planned = async (more: object = {}) => {
    const plan = { ...DRAFT, ...more };
    const { items, problems } = await answered(
      portal.dana,
      'plan-creation',
      plan,
    );
    const byStep = Object.fromEntries(
      items.map((item: any) => [item.step, item]),
    );
    return { items, problems, byStep };
  };

  it('names all that is made, in its order, and where it will be', async () => {
    const { items, problems, byStep } = await planned();
    expect(problems).toEqual([]);
    expect(items.map(({ step }: any) => step)).toEqual([
      'repository',
      'image-repository',
      'pipeline',
      'manifests',
      'catalog',
      'secrets',
      'flags',
      'lifecycle',
    ]);
    expect(byStep.repository.link.url).toContain(
      `/${ORGANIZATION}/${DRAFT.name}`,
    );
    expect(byStep['image-repository'].details[0]).toMatch(
      new RegExp(`amazonaws\\.com/${DRAFT.name}$`),
    );
    expect(byStep.manifests.details).toContainEqual(
      expect.stringContaining(
        `staging, ${REGION}: services/${DRAFT.name}/staging/${REGION}.yaml`,
      ),
    );
  });

  it('says in words how many reviews a change needs', async () => {
    const { byStep } = await planned();
    expect(byStep.repository.details).toContain(
      'main takes pull requests alone, with 1 review',
    );
  });

  it('says that the way to production begins', async () => {
    const { byStep } = await planned();
    expect(byStep.lifecycle).toMatchObject({
      details: ['Its way to production begins at the first stage'],
    });
    expect(byStep.lifecycle).not.toHaveProperty('skipped');
  });

  it.each(['database', 'cache', 'topics'])(
    'has a secret for a service that needs %s',
    async need => {
      const { byStep } = await planned({ needs: [need] });
      expect(byStep.secrets).not.toHaveProperty('skipped');
      expect(byStep.secrets.details).toContain(`staging, ${REGION}`);
    },
  );

  it('has none for a service that needs HTTP and a worker', async () => {
    const { byStep } = await planned({ needs: ['http', 'worker'] });
    expect(byStep.secrets.skipped).toBe('It needs none yet');
  });

  it('says what would stop it, and by which answer', async () => {
    const { problems } = await planned({
      name: 'quotes',
      owner: 'nobody',
      regions: ['moon-1'],
    });
    expect(problems.map(({ field }: any) => field).sort()).toEqual([
      'name',
      'owner',
      'regions',
    ]);
  });
});
