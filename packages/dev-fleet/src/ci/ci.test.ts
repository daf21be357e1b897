import { until } from '../gitops/__testUtils__/company';
import { DEPLOYMENTS, startCiCompany, texts } from './__testUtils__/ciCompany';

jest.setTimeout(120_000);

const NAME = 'kestrel-parcels/parcels';
const STAGING = 'services/parcels/staging/eu-central-1.yaml';
const OWN = 'deploy/staging/eu-central-1.yaml';

type Company = Awaited<ReturnType<typeof startCiCompany>>;

const allAre = ({ states }: Company, state: string) =>
  Boolean(states()?.every(each => each === state));

describe('a push to the default branch', () => {
  it('becomes checks of its commit, an image, and a commit for staging', async () => {
    const company = await startCiCompany();
    await company.repositories.create({ name: NAME });
    await company.push(DEPLOYMENTS, { [STAGING]: texts.manifest('first') });
    const commit = await company.push(NAME, texts.workflow);
    await until(() => allAre(company, 'success'));
    const tag = commit.slice(0, 12);
    expect(company.images).toEqual([`parcels:${tag}`]);
    expect(await company.deployed(STAGING)).toBe(texts.manifest(tag));
    expect(
      company.checks
        .of(commit)
        .map(({ name, conclusion }) => [name, conclusion]),
    ).toEqual([
      ['build', 'success'],
      ['image', 'success'],
      ['deploy-to-staging', 'success'],
    ]);
  });

  it('brings the manifests of the service along, those of new regions too', async () => {
    const company = await startCiCompany();
    await company.repositories.create({ name: NAME });
    await company.push(DEPLOYMENTS, { [STAGING]: texts.manifest('first') });
    const commit = await company.push(NAME, {
      ...texts.workflow,
      [OWN]: texts.manifest('any', 'more memory'),
      'deploy/staging/us-east-1.yaml': texts.manifest('any'),
      'deploy/production/us-east-1.yaml': texts.manifest('any'),
    });
    await until(() => allAre(company, 'success'));
    const tag = commit.slice(0, 12);
    expect(await company.deployed(STAGING)).toBe(
      texts.manifest(tag, 'more memory'),
    );
    expect(
      await company.deployed('services/parcels/staging/us-east-1.yaml'),
    ).toBe(texts.manifest(tag));
    expect(
      await company.deployed('services/parcels/production/us-east-1.yaml'),
    ).toBeUndefined();
  });

  it('commits nothing where nobody has committed the first manifests', async () => {
    const company = await startCiCompany();
    await company.repositories.create({ name: NAME });
    await company.push(NAME, {
      ...texts.workflow,
      [OWN]: texts.manifest('any'),
    });
    await until(() => allAre(company, 'success'));
    expect(await company.deployed(STAGING)).toBeUndefined();
  });

  it('waits for a place for its image that is made at the same time', async () => {
    const company = await startCiCompany();
    company.places.clear();
    await company.repositories.create({ name: NAME });
    await company.push(NAME, texts.workflow);
    await until(() => company.states()?.[1] === 'in_progress');
    company.places.add('parcels');
    await until(() => allAre(company, 'success'));
    expect(company.images).toHaveLength(1);
  });

  it('starts nothing where the repository has no workflows', async () => {
    const company = await startCiCompany();
    await company.repositories.create({ name: NAME });
    await company.push(NAME, { 'README.md': 'A service' });
    await company.push(NAME, texts.workflow);
    await until(() => company.ci.runs().length > 0);
    expect(company.ci.runs()).toHaveLength(1);
  });
});

describe('a push to another branch', () => {
  it('gets the checks of pull requests, and publishes nothing', async () => {
    const company = await startCiCompany();
    await company.repositories.create({ name: NAME });
    const commit = await company.push(NAME, texts.workflow, 'change');
    await until(() => allAre(company, 'success'));
    expect(company.checks.of(commit).map(({ name }) => name)).toEqual([
      'build',
      'sphera/merge-freeze',
    ]);
    expect(company.images).toEqual([]);
  });
});

describe('where builds fail', () => {
  it('the first job fails, the others are skipped, and nothing is published', async () => {
    const company = await startCiCompany();
    company.ci.faulty.set('fails');
    await company.repositories.create({ name: NAME });
    const commit = await company.push(NAME, texts.workflow);
    await until(() => company.states()?.at(-1) === 'skipped');
    expect(company.states()).toEqual(['failure', 'skipped', 'skipped']);
    expect(company.checks.of(commit)[0].conclusion).toBe('failure');
    expect(company.images).toEqual([]);
  });

  it('no job begins until somebody lets them', async () => {
    const company = await startCiCompany();
    company.ci.faulty.set('waits');
    await company.repositories.create({ name: NAME });
    await company.push(NAME, texts.workflow);
    await until(() => company.ci.runs().length === 1);
    expect(company.states()?.[0]).toBe('queued');
    company.ci.faulty.set('none');
    await until(() => allAre(company, 'success'));
  });
});

describe('the page of a repository’s runs', () => {
  it('tells how each job stands', async () => {
    const company = await startCiCompany();
    await company.repositories.create({ name: NAME });
    const page = `${company.url}/${NAME}/actions`;
    expect(await (await fetch(page)).text()).toContain('Nothing has run yet');
    const commit = await company.push(NAME, texts.workflow);
    await until(() => allAre(company, 'success'));
    const { detailsUrl } = company.checks.of(commit)[0];
    for (const url of [page, detailsUrl!]) {
      expect(await (await fetch(url)).text()).toContain('✓ build passed');
    }
    expect((await fetch(`${page}/runs/1`)).status).toBe(404);
    expect((await fetch(`${company.url}/nobody/x/actions`)).status).toBe(404);
  });
});
