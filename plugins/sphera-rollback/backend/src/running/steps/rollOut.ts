import { duration, listed } from '@sphera/plugin-operations-node';
import type { Deployment } from '@sphera/plugin-kubernetes-common';
import { StepFailure } from '../endings';
import type { HeldRollback } from '../HeldRollback';
import type { DoStep, StepParts } from '../StepRun';
import { doStep } from '../doStep';
import { lock } from './lock';
import { followCluster } from './followCluster';
import { lookAtApplications } from './lookAtApplications';

const LOOK_EVERY_MS = 2_000;

/** Follows the clusters until each runs the version; locks deploys as soon as each wants it. */
export const rollOut: DoStep = async (held, parts) => {
  const { kept } = held;
  const { settings, clock, clusters } = parts;
  const began = Date.parse(held.step('roll-out').startedAt!);
  const stop = clusters.onChange(service => {
    if (service === undefined || service === kept.service) held.wake();
  });
  try {
    for (;;) {
      const seen = await look(held, parts);
      if (seen?.everyClusterWants) await doStep(held, parts, 'lock', lock);
      if (seen?.isReady) {
        // One that did not answer before is not waited for now.
        const isAnswering = held.step('sync').state === 'done';
        if (isAnswering) await lookAtApplications(held, parts);
        return { sentence: readyIn(clock.now() - began) };
      }
      if (clock.now() - began >= settings.rollOutLimit) throw tooLate();
      await held.wait(LOOK_EVERY_MS);
    }
  } finally {
    stop();
  }

  function readyIn(milliseconds: number): string {
    const count = kept.clusters.length;
    const who =
      count === 1 ? kept.clusters[0].cluster : `All ${count} clusters`;
    return `${who} ${count === 1 ? 'was' : 'were'} ready after ${duration(
      milliseconds,
    )}`;
  }

  function tooLate(): StepFailure {
    const late = kept.clusters.filter(({ state }) => state !== 'ready');
    for (const cluster of late) cluster.state = 'failed';
    const why = late.map(one => `${one.cluster}: ${one.sentence}`);
    held.step('roll-out').sentence = undefined;
    return new StepFailure(
      `${listed(late.map(({ cluster }) => cluster))} ${
        late.length === 1 ? 'is' : 'are'
      } not ready after ${duration(settings.rollOutLimit)} (${why.join('; ')})`,
      `Look at the pods of ${late[0].cluster}. The change is in Git, and the clusters go on trying; rolling forward takes it back`,
    );
  }
};

async function look(held: HeldRollback, { clusters }: StepParts) {
  const { kept } = held;
  const { service, environment } = kept;
  const deployments: Deployment[] | undefined = await clusters
    .deploymentsOf(service, environment)
    .catch(() => undefined);
  if (!deployments) return undefined;
  const before = JSON.stringify(kept.clusters);
  const wants: boolean[] = [];
  kept.clusters = kept.clusters.map(progress => {
    const file = kept.files.find(one =>
      one.clusters.includes(progress.cluster),
    );
    const seen = followCluster(progress, file?.from, deployments);
    wants.push(seen.wants);
    return seen.progress;
  });
  const ready = kept.clusters.filter(({ state }) => state === 'ready').length;
  if (JSON.stringify(kept.clusters) !== before) {
    const all = kept.clusters.length;
    const words = `${ready} of ${all} ${
      all === 1 ? 'cluster is' : 'clusters are'
    } ready`;
    held.step('roll-out').sentence = words;
    kept.sentence = words;
    await held.record('a state of clusters');
  }
  return {
    everyClusterWants: wants.every(Boolean),
    isReady: ready === kept.clusters.length,
  };
}
