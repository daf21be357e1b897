import { resources } from '../../kubernetes/resources';
import { until } from '../__testUtils__/company';
import {
  startManifestCompany,
  type ManifestCompany,
} from './__testUtils__/manifestCompany';
import { manifestOf } from './__testUtils__/manifestTexts';

jest.setTimeout(120_000);

const FILE = 'services/parcels/one.yaml';
const KINDS = [
  resources.serviceAccounts,
  resources.services,
  resources.deployments,
  resources.autoscalers,
  resources.disruptionBudgets,
];

const imageIn = ({ deployment }: ManifestCompany, cluster: string) =>
  deployment(cluster)?.spec.template.spec.containers[0].image;

describe('manifests of a Git repository', () => {
  it('make a new service in the clusters of their files, and nowhere else', async () => {
    const company = await startManifestCompany();
    const agent = await company.startAgent();
    await company.push({ [FILE]: manifestOf() });
    await until(() => KINDS.every(kind => company.get('one', kind)));
    await until(
      () =>
        company.pods('one').filter(({ status }) => status?.phase === 'Running')
          .length === 2,
    );
    expect(company.deployment('two')).toBeUndefined();
    expect(agent.problems()).toEqual([]);
  });

  it('bring a new version, and leave the number of pods to the autoscaler', async () => {
    const company = await startManifestCompany();
    await company.push({ [FILE]: manifestOf() });
    await company.startAgent();
    await until(() => company.deployment('one')?.spec.replicas === 2);
    await company.push({ [FILE]: manifestOf({ tag: '1.1.0' }) });
    await until(
      () => imageIn(company, 'one') === 'registry.example/parcels:1.1.0',
    );
    expect(company.deployment('one')?.spec.replicas).toBe(2);
  });

  it('leave alone what they do not speak of', async () => {
    const company = await startManifestCompany();
    await company.push({ [FILE]: manifestOf() });
    await company.startAgent();
    await until(() => Boolean(company.get('one', resources.disruptionBudgets)));
    const { store } = company.clusters.cluster('one');
    store.change(resources.deployments, company.deployment('one')!, latest => ({
      ...latest,
      metadata: {
        ...latest.metadata,
        annotations: { ...latest.metadata.annotations, note: 'by hand' },
      },
    }));
    await company.push({ [FILE]: manifestOf({ tag: '1.1.0' }) });
    await until(
      () => imageIn(company, 'one') === 'registry.example/parcels:1.1.0',
    );
    expect(company.deployment('one')?.metadata.annotations?.note).toBe(
      'by hand',
    );
  });

  it('take away what is no more in a file, and all that was in a file that is gone', async () => {
    const company = await startManifestCompany();
    await company.push({
      [FILE]: manifestOf(),
      'services/other/two.yaml': manifestOf(),
    });
    await company.startAgent();
    await until(() => KINDS.every(kind => company.get('one', kind)));
    await company.push({ [FILE]: manifestOf({ withBudget: false }) });
    await until(() => !company.get('one', resources.disruptionBudgets));
    await company.push({ [FILE]: null });
    await until(() => KINDS.every(kind => !company.get('one', kind)));
    await until(() => company.pods('one').length === 0);
    expect(company.deployment('two')).toBeDefined();
  });

  it('are known to an agent that starts again, so that it takes away what went meanwhile', async () => {
    const company = await startManifestCompany();
    await company.push({ [FILE]: manifestOf() });
    const agent = await company.startAgent();
    await until(() => KINDS.every(kind => company.get('one', kind)));
    await agent.stop();
    await company.push({ [FILE]: null });
    const next = await company.startAgent();
    await until(() => KINDS.every(kind => !company.get('one', kind)));
    expect(next.problems()).toEqual([]);
  });

  it('want what they wanted where they cannot be read, and it is told which', async () => {
    const company = await startManifestCompany();
    await company.push({ [FILE]: manifestOf() });
    const agent = await company.startAgent();
    await until(() => KINDS.every(kind => company.get('one', kind)));
    await company.push({ [FILE]: 'kind: [' });
    await agent.look();
    expect(agent.problems()).toEqual([expect.stringMatching(`^${FILE}: `)]);
    expect(company.deployment('one')).toBeDefined();
  });

  it('wait for a cluster that does not answer, and the others do not wait', async () => {
    const company = await startManifestCompany();
    const agent = await company.startAgent();
    company.clusters.fault('one', 'down');
    await company.push({
      [FILE]: manifestOf(),
      'services/parcels/two.yaml': manifestOf(),
    });
    await until(() => Boolean(company.deployment('two')));
    await until(() => agent.problems().length > 0);
    company.clusters.fault('one', 'none');
    await until(() => KINDS.every(kind => company.get('one', kind)));
    await until(() => agent.problems().length === 0);
    expect(company.pods('two')).not.toEqual([]);
  });

  it('that a cluster refuses are told in its words, and the rest is brought', async () => {
    const company = await startManifestCompany();
    const agent = await company.startAgent();
    await company.push({
      [FILE]: manifestOf().replace(
        'matchLabels: { app.kubernetes.io/name: parcels } }\n  template',
        'matchLabels: { app: other } }\n  template',
      ),
    });
    await until(() => Boolean(company.get('one', resources.disruptionBudgets)));
    expect(agent.problems()).toEqual([
      expect.stringMatching(
        /^one apps\/Deployment shop\/parcels: .*`selector` does not match/,
      ),
    ]);
    await company.push({ [FILE]: manifestOf() });
    await until(() => Boolean(company.deployment('one')));
  });
});
