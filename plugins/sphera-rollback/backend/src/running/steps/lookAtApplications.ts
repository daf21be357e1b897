import type { HeldRollback } from '../HeldRollback';
import type { StepParts } from '../StepRun';

/** What Argo CD says of the clusters that it deploys to, for people to see: where it does not answer, nobody waits. */
export async function lookAtApplications(
  { kept }: HeldRollback,
  { applications }: StepParts,
): Promise<void> {
  await Promise.all(
    kept.clusters.map(async progress => {
      const { application, cluster } = progress;
      if (!application || progress.state === 'waiting') return;
      const now = await applications
        .get(cluster, application.name)
        .catch(() => undefined);
      if (!now) return;
      const { name, sync, health, url } = now;
      progress.application = { name, sync, health, url };
    }),
  );
}
