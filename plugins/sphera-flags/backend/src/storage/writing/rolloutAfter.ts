import type { NewChange } from '../FlagStore';
import type { KeptRollout, KeptStep } from '../Kept';

/** A roll-out with the revisions of what was just sent: of its rings, and of what mended a cluster that was sent before. */
export function rolloutAfter(
  rollout: KeptRollout,
  { kind }: NewChange['change'],
  steps: ReadonlyArray<Pick<KeptStep, 'cluster' | 'revision'>>,
): KeptRollout {
  const version = rollout.version + 1;
  if (kind === 'abort') return { ...rollout, version };
  const sent = new Map(steps.map(step => [step.cluster, step.revision]));
  const rings = rollout.rings.map(ring => ({
    ...ring,
    clusters: ring.clusters.map(one => {
      const revision = sent.get(one.cluster) ?? one.revision;
      const isOfIt = kind === 'rollout' || one.revision !== undefined;
      return isOfIt && revision !== undefined ? { ...one, revision } : one;
    }),
  }));
  return { ...rollout, rings, version };
}
