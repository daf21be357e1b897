import type { Cluster, Fleet } from '@sphera/plugin-fleet-common';
import { fieldsOf, fillTemplate } from '@sphera/plugin-fleet-node';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { NoLayoutError } from '../errors';
import type {
  LayoutSettings,
  RepositorySettings,
  RollbackSettings,
} from '../settings/RollbackSettings';
import type { DeclaredFile, Layouts } from './Layouts';
import { type LayoutValues, valuesOf } from './layoutFields';
import { layoutOf } from './layoutOf';
import { openSpot } from './openSpot';

/** Where services declare their versions, as the settings say. */
export function openLayouts(settings: RollbackSettings, fleet: Fleet): Layouts {
  return {
    filesOf(service, environment) {
      const layout = layoutOf(settings.layouts, service, environment);
      const clusters = fleet.clusters.filter(
        cluster => cluster.environment === environment,
      );
      if (clusters.length === 0) {
        throw new NoLayoutError(
          `${environment} has no cluster that could run ${service.name}`,
        );
      }
      const paths = clusters.map(cluster => pathOf(layout, service, cluster));
      const repository = settings.repositories.find(
        ({ name }) => name === layout.repository,
      );
      return [...new Set(paths)].map(path =>
        declaredFile(layout, repository, {
          path,
          service: service.name,
          clusters: clusters.filter((_, nth) => paths[nth] === path),
        }),
      );
    },
  };
}

function declaredFile(
  layout: LayoutSettings,
  repository: RepositorySettings | undefined,
  file: { path: string; service: string; clusters: Cluster[] },
): DeclaredFile {
  const { path, service, clusters } = file;
  return {
    repository: layout.repository,
    path,
    kind: layout.kind,
    regions: [...new Set(clusters.map(({ region }) => region))],
    clusters: clusters.map(({ name }) => name),
    url:
      repository?.fileUrl &&
      fillTemplate(repository.fileUrl, {
        branch: inAddress(repository.branch),
        path: inAddress(path),
      }),
    spot: openSpot(layout, service),
  };
}

function pathOf(
  { file }: LayoutSettings,
  service: ServiceEntry,
  cluster: Cluster,
): string {
  const values = valuesOf(service, cluster);
  for (const field of fieldsOf(file) as Array<keyof LayoutValues>) {
    const value = values[field];
    if (!value) {
      throw new NoLayoutError(
        `${service.name} has no ${field} in the catalog, which the path of its file needs (${file})`,
      );
    }
    if (/[/\\]|^\.+$/.test(value)) {
      throw new NoLayoutError(
        `the ${field} of ${service.name} cannot be part of a path (${file})`,
      );
    }
  }
  return fillTemplate(file, values);
}

function inAddress(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
