import type { Fleet } from '@sphera/plugin-fleet-common';
import type { Deployment } from '@sphera/plugin-kubernetes-common';
import { listed } from '@sphera/plugin-operations-node';
import type { Plan } from '@sphera/plugin-rollback-common';
import type { FleetSight } from './FleetSight';
import type { PlannedFile } from './PlanParts';

type TouchedCluster = Plan['clusters'][number];

/** The clusters that will follow, in the order of the fleet, with what runs there now. */
export function touchedClusters(
  fleet: Pick<Fleet, 'clusters'>,
  files: ReadonlyArray<Pick<PlannedFile, 'file' | 'version' | 'to'>>,
  sight: FleetSight,
): TouchedCluster[] {
  return fleet.clusters.flatMap(({ name, region }) => {
    const file = files.find(one => one.file.clusters.includes(name));
    if (!file) return [];
    const running = concerned(
      (sight.deployments ?? []).filter(({ cluster }) => cluster === name),
      { from: file.version, to: file.to },
    );
    const versions = [...new Set(running.map(({ version }) => version))];
    return {
      cluster: name,
      region,
      version: versions.length > 0 ? versions.join(', ') : undefined,
      pods: running.reduce((sum, { replicas }) => sum + replicas.desired, 0),
      sentence: whatIsOdd(name, { versions, says: file.version, sight }),
    };
  });
}

/** The deployments that a change of version is about: those that run one of the two; all, where none does. */
function concerned(
  deployments: readonly Deployment[],
  { from, to }: { from: string; to: string },
): readonly Deployment[] {
  const found = deployments.filter(
    ({ version }) => version === from || version === to,
  );
  return found.length > 0 ? found : deployments;
}

function whatIsOdd(
  cluster: string,
  told: { versions: string[]; says: string; sight: FleetSight },
): string | undefined {
  const { versions, says, sight } = told;
  const view = sight.clusters?.find(one => one.cluster === cluster);
  if (!sight.deployments || !view) {
    return 'What runs there cannot be told just now';
  }
  if (view.state !== 'live') {
    return view.problem ?? 'It was not seen yet since the portal started';
  }
  if (versions.length === 0) return 'Nothing of the service runs there';
  const others = versions.filter(version => version !== says);
  return others.length > 0
    ? `It runs ${listed(others)}, although its file says ${says}`
    : undefined;
}
