import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  type SettingProblem,
  unknownCluster,
  unknownEnvironment,
  unknownRegion,
} from '@sphera/plugin-fleet-node';
import { clustersOf } from './clustersOf';
import { REST, writtenRings } from './ringsOf';
import type { WrittenSettings } from './settingsSchema';

/** What is wrong with the rings: a cluster in two of them, one that nobody knows, one without clusters. */
export function wrongRings(
  settings: WrittenSettings,
  fleet: Fleet,
): SettingProblem[] {
  const { rings = [] } = settings;
  const unknown = rings.flatMap(({ clusters = [], ...ring }, nth) => [
    ...clusters.flatMap((name, place) =>
      unknownCluster(fleet, ['rings', nth, 'clusters', place], name),
    ),
    ...unknownEnvironment(
      fleet,
      ['rings', nth, 'environment'],
      ring.environment,
    ),
    ...unknownRegion(fleet, ['rings', nth, 'region'], ring.region),
  ]);
  if (unknown.length > 0) return unknown;
  return [...wrongNames(rings), ...wrongClusters(settings, fleet)];
}

function wrongNames(
  rings: NonNullable<WrittenSettings['rings']>,
): SettingProblem[] {
  const names = rings.map(({ name }) => name);
  return names.flatMap((name, nth) => {
    const path = ['rings', nth, 'name'];
    const first = names.indexOf(name);
    if (first !== nth) {
      const message = `"${name}" is already the name of rings[${first}]`;
      return [{ path, message }];
    }
    if (name !== REST) return [];
    const message = `must not be "${REST}": so the ring is called that takes the clusters which are in no other`;
    return [{ path, message }];
  });
}

function wrongClusters(
  settings: WrittenSettings,
  fleet: Fleet,
): SettingProblem[] {
  const { rings = [] } = settings;
  const known = clustersOf(settings, fleet);
  const firstWith = new Map<string, number>();
  const problems: SettingProblem[] = [];
  for (const [nth, { clusters = [] }] of rings.entries()) {
    for (const [place, name] of clusters.entries()) {
      const path = ['rings', nth, 'clusters', place];
      const first = firstWith.get(name);
      if (first !== undefined) {
        const message = `"${name}" is already in rings[${first}]; a cluster is in one ring only`;
        problems.push({ path, message });
      } else if (!known.some(one => one.name === name)) {
        const message = `"${name}" is not one of sphera.flags.clusters`;
        problems.push({ path, message });
      }
      firstWith.set(name, first ?? nth);
    }
  }
  for (const [nth, { clusters }] of writtenRings(rings, known).entries()) {
    if (clusters.length > 0) continue;
    const message =
      'takes no cluster: earlier rings, or others by name, have all of them';
    problems.push({ path: ['rings', nth], message });
  }
  return problems;
}
