import { parseAllDocuments } from 'yaml';
import { checkManifest } from '@sphera/plugin-git-node';
import { REGION } from '../__testUtils__/startOutside';
import { ANSWERS } from './__testUtils__/answers';
import { TEMPLATES } from './__testUtils__/readTemplate';
import { type DryRuns, startDryRuns } from './__testUtils__/startDryRuns';

// The whole scaffolder starts, on whatever machine.
jest.setTimeout(120_000);

const IMAGE = '111111111111.dkr.ecr.eu-central-1.amazonaws.com/parcel-fares';
const KINDS = [
  'ServiceAccount',
  'Deployment',
  'Service',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
];
const EVERYWHERE = { ...ANSWERS, regions: [REGION, 'us-east-1'] };

let portal: DryRuns;
beforeAll(async () => {
  portal = await startDryRuns();
});
afterAll(async () => portal?.stop());

describe.each(TEMPLATES)('manifests of a %s', template => {
  const manifests = async () =>
    Object.entries((await portal.run(template, EVERYWHERE)).files).filter(
      ([path]) => path.startsWith('deploy/'),
    );
  const objectsOf = async (path: string) =>
    Object.fromEntries(
      parseAllDocuments((await portal.run(template, EVERYWHERE)).files[path])
        .map(document => document.toJS())
        .map(object => [object.kind, object]),
    );

  it('are there for each region that an environment has', async () => {
    expect((await manifests()).map(([path]) => path).sort()).toEqual([
      `deploy/production/${REGION}.yaml`,
      'deploy/production/us-east-1.yaml',
      `deploy/staging/${REGION}.yaml`,
    ]);
  });

  it('are such that the portal takes them', async () => {
    for (const [path, text] of await manifests()) {
      expect(() =>
        checkManifest(
          { path, text },
          {
            name: 'parcel-fares',
            namespaces: ['booking'],
            kinds: KINDS,
            images: [IMAGE],
          },
        ),
      ).not.toThrow();
      expect(Object.keys(await objectsOf(path))).toEqual(KINDS);
    }
  });

  it('are found by the service in the catalog', async () => {
    const { files } = await portal.run(template, EVERYWHERE);
    const label = 'backstage.io/kubernetes-id';
    const { Deployment } = await objectsOf(`deploy/staging/${REGION}.yaml`);
    expect(Deployment.metadata.labels[label]).toBe('parcel-fares');
    expect(Deployment.spec.template.metadata.labels[label]).toBe(
      'parcel-fares',
    );
    expect(files['catalog-info.yaml']).toContain(`${label}: parcel-fares`);
  });

  it('ask for less in staging than in production', async () => {
    const staging = await objectsOf(`deploy/staging/${REGION}.yaml`);
    const production = await objectsOf(`deploy/production/${REGION}.yaml`);
    const size = ({ HorizontalPodAutoscaler, Deployment }: any) => [
      HorizontalPodAutoscaler.spec.minReplicas,
      HorizontalPodAutoscaler.spec.maxReplicas,
      parseInt(
        Deployment.spec.template.spec.containers[0].resources.requests.cpu,
        10,
      ),
    ];
    size(staging).forEach((amount, index) =>
      expect(amount).toBeLessThan(size(production)[index]),
    );
  });

  it('give the container no rights that it does not need', async () => {
    const { Deployment } = await objectsOf(`deploy/production/${REGION}.yaml`);
    const pod = Deployment.spec.template.spec;
    const [container] = pod.containers;
    expect(pod.automountServiceAccountToken).toBe(false);
    expect(pod.securityContext.runAsNonRoot).toBe(true);
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(container.resources.limits.memory).toBeDefined();
  });

  it('leave the number of pods to the autoscaler', async () => {
    const { Deployment } = await objectsOf(`deploy/production/${REGION}.yaml`);
    expect(Deployment.spec).not.toHaveProperty('replicas');
  });
});
