import { createSigner, TOPICS } from '@sphera/plugin-flags-node';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  type SettingProblem,
  unknownCluster,
  unknownEnvironment,
} from '@sphera/plugin-fleet-node';
import { clustersOf } from './clustersOf';
import type { WrittenSettings } from './settingsSchema';
import { wrongRings } from './wrongRings';

/** What contradicts the fleet or itself in `sphera.flags`. */
export function contradictions(
  settings: WrittenSettings,
  fleet: Fleet,
): SettingProblem[] {
  const { clusters = [], guardrails, firstFlags } = settings;
  return [
    ...clusters.flatMap((name, nth) =>
      unknownCluster(fleet, ['clusters', nth], name),
    ),
    ...wrongRings(settings, fleet),
    ...guardrails.flatMap(({ environment }, nth) =>
      unknownEnvironment(
        fleet,
        ['guardrails', nth, 'environment'],
        environment,
      ),
    ),
    ...doubledFlags(firstFlags),
    ...unknownClusters(settings, fleet),
    ...wrongTopics(settings),
    ...wrongKey(settings),
  ];
}

function doubledFlags(flags: WrittenSettings['firstFlags']): SettingProblem[] {
  const keys = flags.map(one => (one as { flag?: unknown }).flag);
  return keys.flatMap((flag, nth) => {
    const first = keys.indexOf(flag);
    if (first === nth) return [];
    const message = `"${flag}" is already the key of firstFlags[${first}]`;
    return [{ path: ['firstFlags', nth, 'flag'], message }];
  });
}

/** Of first flags. */
function unknownClusters(
  settings: WrittenSettings,
  fleet: Fleet,
): SettingProblem[] {
  const known = clustersOf(settings, fleet).map(({ name }) => name);
  const key = settings.clusters ? 'flags.clusters' : 'fleet.clusters';
  return settings.firstFlags.flatMap((flag, nth) => {
    const { clusters = [] } = flag as { clusters?: string[] };
    return clusters.flatMap((name, place) => {
      if (known.includes(name)) return [];
      const message = `"${name}" is not one of sphera.${key}`;
      return [{ path: ['firstFlags', nth, 'clusters', place], message }];
    });
  });
}

function wrongTopics({ topics }: WrittenSettings): SettingProblem[] {
  const { commands, reports } = { ...TOPICS, ...topics };
  if (commands !== reports) return [];
  const message = 'must be another topic than that of the commands';
  return [{ path: ['topics', 'reports'], message }];
}

function wrongKey({ signing }: WrittenSettings): SettingProblem[] {
  try {
    if (signing) createSigner(signing);
    return [];
  } catch {
    const message =
      'must be a private key of Ed25519 in PEM, without a password';
    return [{ path: ['signing', 'privateKey'], message }];
  }
}
