import { areSame } from '../adapters/ClusterClient';
import type { FleetMemory } from '../fleet/FleetMemory';
import type { UndatedDrift } from '../reading/drift/Running';
import { placeOf, toMoment } from '../reading/place';
import { BoundsOverride, inWords, isSettled } from './BoundsOverride';

/** How long a change may take to come through the watch. */
const SEEN_AFTER_MS = 2_000;

/** What the watch has not seen since then says nothing about what was set. */
const isMoot = ({ setAt }: BoundsOverride, observedAt = 0): boolean =>
  observedAt < setAt + SEEN_AFTER_MS;

const TOOLS = { argocd: 'Argo CD', flux: 'Flux' };

/** Bounds that were set through the portal, are still wanted, and that the cluster no longer has. */
export function overwritten(
  standing: readonly BoundsOverride[],
  memory: Pick<FleetMemory, 'autoscaler'>,
  now: number,
): UndatedDrift[] {
  return standing.filter(isSettled).flatMap(override => {
    const { cluster, namespace, name, to, expiresAt } = override;
    const found = memory.autoscaler(cluster, namespace, name);
    if (!found?.service || isMoot(override, found.sight.observedAt)) return [];
    if (expiresAt !== undefined && expiresAt <= now) return [];
    const { autoscaler, deployment, sight, service } = found;
    const present = {
      minReplicas: autoscaler.min,
      maxReplicas: autoscaler.max,
    };
    if (areSame(present, to)) return [];
    return [
      {
        ...placeOf({ service, sight }, deployment),
        kind: 'overwritten' as const,
        sentence: `${
          override.setBy
        } set the bounds of ${name} in ${cluster} to ${inWords(to)} (${
          override.reason
        }), but ${writerOf(autoscaler.gitOps)} them to ${inWords(
          present,
        )}. Set them where they come from, or set them again here`,
        clusters: [{ cluster, value: inWords(present) }],
        since: toMoment(override.setAt),
      },
    ];
  });
}

function writerOf(gitOps?: { tool: 'argocd' | 'flux'; owner: string }) {
  return gitOps
    ? `${TOOLS[gitOps.tool]} (${gitOps.owner}) has set`
    : 'somebody or something has set';
}
