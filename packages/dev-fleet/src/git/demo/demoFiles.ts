import { demoClusters, type DemoCluster } from '../../kubernetes/demo/clusters';
import type { DemoService } from '../../kubernetes/demo/services';
import { REGISTRY, servicesIn } from '../../kubernetes/demo/workload';
import type { DemoFile } from './DemoFile';
import { applicationText } from './texts/applicationText';
import { helmReleaseText } from './texts/helmReleaseText';
import { kustomizationText } from './texts/kustomizationText';
import { manifestText } from './texts/manifestText';
import { valuesText } from './texts/valuesText';

/** A file before it is known for which clusters it stands. */
type Draft = Omit<DemoFile, 'clusters' | 'where' | 'service' | 'environment'>;

/** The files of both repositories that say what runs; the portal's layouts say the same of their paths. */
export const demoFiles: DemoFile[] = [
  ...demoClusters
    .flatMap(cluster =>
      servicesIn(cluster).map(service => ({
        cluster,
        service,
        draft: draftOf(service, cluster),
      })),
    )
    .reduce((files, { cluster, service, draft }) => {
      const key = `${draft.repository} ${draft.path}`;
      const { environment, place } = cluster;
      const earlier = files.get(key);
      return files.set(
        key,
        earlier
          ? {
              ...earlier,
              clusters: [...earlier.clusters, cluster],
              where: environment,
            }
          : {
              ...draft,
              service,
              environment,
              clusters: [cluster],
              where: `${environment} (${place})`,
            },
      );
    }, new Map<string, DemoFile>())
    .values(),
];

function draftOf(service: DemoService, cluster: DemoCluster): Draft {
  const { name, team, gitOps } = service;
  const { environment, region } = cluster;
  const image = `${REGISTRY}/${name}`;
  if (gitOps === 'argocd') {
    return {
      repository: 'kestrel-parcels/billing-deployments',
      path: `applications/${environment}/${region}/${name}.yaml`,
      place: { kind: 'application', parameter: 'image.tag' },
      application: `${name}-${cluster.name}`,
      write: state => applicationText(service, cluster, state),
    };
  }
  if (gitOps === 'flux') {
    return {
      repository: 'kestrel-parcels/billing-deployments',
      path: `releases/${environment}/${name}.yaml`,
      place: { kind: 'yaml', path: ['spec', 'values', 'image', 'tag'] },
      write: state => helmReleaseText(service, environment, state),
    };
  }
  const repository = 'kestrel-parcels/deployments';
  switch (team) {
    case 'booking':
      return {
        repository,
        path: `booking/${name}/${environment}/${region}/values.yaml`,
        place: { kind: 'yaml', path: ['image', 'tag'] },
        write: state => valuesText(service, cluster, state),
      };
    case 'tracking':
      return {
        repository,
        path: `tracking/${name}/overlays/${environment}/kustomization.yaml`,
        place: { kind: 'kustomize', image },
        write: state => kustomizationText(service, environment, state),
      };
    default:
      return {
        repository,
        path: `delivery/${name}/${environment}/${cluster.name}.yaml`,
        place: { kind: 'manifest', image },
        write: state => manifestText(service, cluster, state),
      };
  }
}
