import { folder } from '../git/__testUtils__/gitClient';
import {
  emptyRepository,
  REPOSITORY,
  startCompany,
  texts,
  TOKEN,
  until,
  type Company,
} from './__testUtils__/company';

jest.setTimeout(120_000);

const imageOf = ({ deployment }: Company, cluster: string, name: string) =>
  deployment(cluster, name).spec.template.spec.containers[0].image;

const quotes = (version: string) => `registry.example/quotes:${version}`;
const tracking = (version: string) => `registry.example/tracking:${version}`;

describe('the GitOps agent', () => {
  it('rolls the pods of a cluster to the version that its file wants', async () => {
    const company = await startCompany();
    await company.startAgent();
    await company.push({ 'quotes/one/values.yaml': texts.values('1.1.0') });
    await until(() => {
      const images = company.images('one', 'quotes');
      return (
        images.length === 2 && images.every(each => each === quotes('1.1.0'))
      );
    });
    const { metadata, spec } = company.deployment('one', 'quotes').spec
      .template;
    expect(metadata?.labels?.['app.kubernetes.io/version']).toBe('1.1.0');
    expect(spec.containers[1].image).toBe('registry.example/proxy:3.2.1');
    expect(imageOf(company, 'two', 'quotes')).toBe(quotes('1.0.0'));
  });

  it('brings the version of a file that stands for several clusters to each', async () => {
    const company = await startCompany();
    const agent = await company.startAgent();
    await company.push({
      'tracking/kustomization.yaml': texts.kustomization('1.1.0'),
    });
    for (const cluster of ['one', 'two']) {
      await until(
        () => imageOf(company, cluster, 'tracking') === tracking('1.1.0'),
      );
    }
    expect(agent.problems()).toEqual([]);
  });

  it('looks at the branch each second where nobody tells it', async () => {
    const company = await startCompany();
    const agent = await company.startAgent({ isTold: false });
    await company.push({ 'quotes/one/values.yaml': texts.values('1.1.0') });
    await until(() => imageOf(company, 'one', 'quotes') === quotes('1.1.0'));
    expect(agent.problems()).toEqual([]);
  });

  it('follows a repository that is elsewhere, over HTTP', async () => {
    const company = await startCompany();
    const agent = await company.startAgent({
      isTold: false,
      folder: await emptyRepository(await folder()),
      remote: { url: company.git.urlOf(REPOSITORY), token: TOKEN },
    });
    company.git.fault({ fault: 'down' });
    await company.push({ 'quotes/one/values.yaml': texts.values('1.1.0') });
    company.git.fault({ fault: 'none' });
    await until(() => imageOf(company, 'one', 'quotes') === quotes('1.1.0'));
    expect(agent.problems()).toEqual([]);
  });

  it('asks a cluster that is locked again until it takes the version, and the others at once', async () => {
    const company = await startCompany();
    const agent = await company.startAgent();
    company.lock('one', 'deploy is locked: incident 4711');
    await company.push({
      'tracking/kustomization.yaml': texts.kustomization('1.1.0'),
    });
    await until(
      () => imageOf(company, 'two', 'tracking') === tracking('1.1.0'),
    );
    await until(() => agent.problems().length > 0);
    expect(agent.problems()).toEqual([
      expect.stringMatching(/^one tracking: .*incident 4711$/),
    ]);
    company.lock('one', undefined);
    await until(
      () => imageOf(company, 'one', 'tracking') === tracking('1.1.0'),
    );
    await until(() => agent.problems().length === 0);
  });

  it('asks a cluster that does not answer again', async () => {
    const company = await startCompany();
    const agent = await company.startAgent();
    company.clusters.fault('one', 'down');
    await company.push({ 'quotes/one/values.yaml': texts.values('1.1.0') });
    await until(() => agent.problems().length > 0);
    expect(agent.problems()).toEqual([expect.stringMatching(/^one quotes: /)]);
    company.clusters.fault('one', 'none');
    await until(() => imageOf(company, 'one', 'quotes') === quotes('1.1.0'));
  });

  it('brings only the last one of what a cluster did not take in time', async () => {
    const company = await startCompany();
    const agent = await company.startAgent();
    company.lock('one', 'locked');
    await company.push({ 'quotes/one/values.yaml': texts.values('1.1.0') });
    await until(() => agent.problems().length > 0);
    await company.push({ 'quotes/one/values.yaml': texts.values('1.2.0') });
    await agent.look();
    company.lock('one', undefined);
    await until(() => imageOf(company, 'one', 'quotes') === quotes('1.2.0'));
    expect(company.images('one', 'quotes')).not.toContain(quotes('1.1.0'));
  });

  it('leaves alone what somebody changed past Git, until the file changes', async () => {
    const company = await startCompany();
    company.setImage('one', 'quotes', quotes('0.9.0'));
    await company.startAgent();
    await company.push({
      'tracking/kustomization.yaml': texts.kustomization('1.1.0'),
    });
    await until(
      () => imageOf(company, 'one', 'tracking') === tracking('1.1.0'),
    );
    expect(imageOf(company, 'one', 'quotes')).toBe(quotes('0.9.0'));
    await company.push({ 'quotes/one/values.yaml': texts.values('1.1.0') });
    await until(() => imageOf(company, 'one', 'quotes') === quotes('1.1.0'));
  });

  it('goes on with the other files where one cannot be read, and with that one once it can', async () => {
    const company = await startCompany();
    const agent = await company.startAgent();
    await company.push({
      'quotes/one/values.yaml': 'image: [',
      'quotes/two/values.yaml': texts.values('1.1.0'),
    });
    await until(() => imageOf(company, 'two', 'quotes') === quotes('1.1.0'));
    expect(agent.problems()).toEqual([expect.stringMatching(/^one quotes: /)]);
    expect(imageOf(company, 'one', 'quotes')).toBe(quotes('1.0.0'));
    await company.push({ 'quotes/one/values.yaml': texts.values('1.1.0') });
    await until(() => imageOf(company, 'one', 'quotes') === quotes('1.1.0'));
  });

  it('brings, when it starts again, what was pushed while it was away, and nothing else', async () => {
    const company = await startCompany();
    const first = await company.startAgent();
    await first.stop();
    await company.push({ 'quotes/one/values.yaml': texts.values('1.1.0') });
    company.setImage('two', 'tracking', tracking('0.9.0'));
    await company.startAgent();
    await until(() => imageOf(company, 'one', 'quotes') === quotes('1.1.0'));
    expect(imageOf(company, 'two', 'tracking')).toBe(tracking('0.9.0'));
  });

  it('does nothing any more once it is stopped', async () => {
    const company = await startCompany();
    const agent = await company.startAgent();
    company.lock('one', 'locked');
    await company.push({ 'quotes/one/values.yaml': texts.values('1.1.0') });
    await until(() => agent.problems().length > 0);
    await agent.stop();
    company.lock('one', undefined);
    const other = await company.startAgent();
    await until(() => imageOf(company, 'one', 'quotes') === quotes('1.1.0'));
    expect(agent.problems()).toHaveLength(1);
    expect(other.problems()).toEqual([]);
  });
});
