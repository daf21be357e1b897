import type { Application } from '../../adapters/argocd/Applications';
import type { HeldRollback } from '../HeldRollback';
import type { ClusterProgress } from '@sphera/plugin-rollback-common';
import type { DoStep, StepParts } from '../StepRun';
import { trying } from './trying';

const LOOK_EVERY_MS = 2_000;
/** An application that differs in something else besides is never in sync. */
const LONGEST_MS = 60_000;
/** The clusters may follow without Argo CD's answer: nobody waits for it for long. */
const TRIES = 3;

interface FollowedApplication {
  progress: ClusterProgress;
  name: string;
  /** What it is to bring there; absent: nothing was changed for its cluster. */
  commit?: { repository: string; pushed?: string };
}

const shown = ({ name, sync: state, health, url }: Application) => ({
  name,
  sync: state,
  health,
  url,
});

/** Has Argo CD bring the commit to its clusters, where it deploys there. Without it the clusters follow by themselves. */
export const sync: DoStep = async (held, parts) => {
  const found = await applicationsOf(held, parts);
  if (found.length === 0) return { skipped: 'Argo CD does not deploy it' };
  const end =
    Date.parse(held.step('sync').startedAt!) +
    Math.min(LONGEST_MS, parts.settings.rollOutLimit);
  const problems: string[] = [];
  const pending = new Set(found);
  const asked = new Set<string>();
  while (pending.size > 0) {
    for (const one of pending) {
      const result = await trying(held, parts, () => bring(one, asked), TRIES);
      if ('problem' in result) problems.push(result.problem);
      else if (result.value.trouble) problems.push(result.value.trouble);
      if ('problem' in result || result.value.isOver) pending.delete(one);
    }
    await held.record('a state of Argo CD');
    if (pending.size === 0 || parts.clock.now() >= end) break;
    await held.wait(LOOK_EVERY_MS);
  }
  for (const { progress } of pending) {
    problems.push(`${progress.application!.name} is not synced yet`);
  }
  return problems.length > 0
    ? { failed: `${[...new Set(problems)].join('; ')}` }
    : { sentence: 'Argo CD has taken the change over' };

  async function bring(one: FollowedApplication, begun: Set<string>) {
    const { progress, name, commit } = one;
    await held.stay();
    const application = await parts.applications.refresh(
      progress.cluster,
      name,
    );
    progress.application = shown(application);
    const { operation, isAutomatic } = application;
    if (
      application.sync === 'Synced' &&
      (await hasIt(parts, application, one))
    ) {
      return { isOver: true };
    }
    const isOurs = operation?.revision === commit?.pushed;
    if (operation && isOurs && ['Failed', 'Error'].includes(operation.phase)) {
      const why = operation.message ?? operation.phase;
      return { isOver: true, trouble: `Argo CD cannot sync ${name}: ${why}` };
    }
    if (commit?.pushed && !isAutomatic && !begun.has(progress.cluster)) {
      await parts.applications.sync(progress.cluster, name, commit.pushed);
      begun.add(progress.cluster);
    }
    return { isOver: false };
  }
};

async function hasIt(
  { repositories }: StepParts,
  { revisions }: Application,
  { commit }: FollowedApplication,
): Promise<boolean> {
  if (commit?.pushed === undefined) return true;
  if (revisions.includes(commit.pushed)) return true;
  const repository = repositories.get(commit.repository);
  for (const revision of revisions) {
    const has = repository.contains(revision, commit.pushed);
    // A commit of another repository is not in this one.
    if (await has.catch(() => false)) return true;
  }
  return false;
}

async function applicationsOf(
  { kept }: HeldRollback,
  { applications, clusters, directory }: StepParts,
): Promise<FollowedApplication[]> {
  const { environment } = kept;
  const service = (await directory.get(kept.service)) ?? {
    ref: kept.service,
    name: kept.service.replace(/^.*\//, ''),
  };
  const deployments = await clusters
    .deploymentsOf(kept.service, environment)
    .catch(() => []);
  return kept.clusters.flatMap(progress => {
    const { cluster, region } = progress;
    const owner = deployments.find(
      one => one.cluster === cluster && one.gitOps?.tool === 'argocd',
    )?.gitOps?.owner;
    const name = applications.nameOf({
      service: { ref: service.ref, name: service.name },
      environment,
      region,
      cluster,
      owner,
    });
    const file = kept.files.find(one => one.clusters.includes(cluster));
    const commit = kept.commits.find(
      one => one.repository === file?.repository,
    );
    return name === undefined ? [] : { progress, name, commit };
  });
}
