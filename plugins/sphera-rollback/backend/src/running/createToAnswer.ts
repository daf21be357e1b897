import { fillTemplate } from '@sphera/plugin-fleet-node';
import type { Rollback } from '@sphera/plugin-rollback-common';
import type { RollbackSettings } from '../settings/RollbackSettings';
import { canRollForward } from './canRollForward';
import type { KeptCommit, KeptMessage, ToAnswer } from './KeptRollback';

const moment = (milliseconds: number) => new Date(milliseconds).toISOString();

/** How rollbacks are answered: links are those of the configuration. */
export function createToAnswer({
  repositories,
}: Pick<RollbackSettings, 'repositories'>): ToAnswer {
  return kept => {
    const { id, kind, undoes, undoneBy, set, endedAt, nextStep, slack } = kept;
    return {
      id,
      kind,
      ...(undoes !== undefined && { undoes }),
      ...(undoneBy !== undefined && { undoneBy }),
      ...(set !== undefined && { set }),
      service: kept.service,
      environment: kept.environment,
      regions: kept.regions,
      version: kept.version,
      from: kept.from,
      reason: kept.reason,
      startedBy: kept.startedBy,
      startedAt: moment(kept.startedAt),
      ...(endedAt !== undefined && { endedAt: moment(endedAt) }),
      state: kept.state,
      sentence: kept.sentence,
      ...(nextStep !== undefined && { nextStep }),
      steps: kept.steps,
      files: kept.files,
      clusters: kept.clusters,
      commits: kept.commits.map(toCommit),
      lock: kept.lock,
      ...(slack && { slack: toSlack(slack) }),
      canCancel: kept.state === 'running' && kept.canStop && !kept.cancel,
      canRollForward: canRollForward(kept),
    };
  };

  function toCommit(commit: KeptCommit): Rollback['commits'][number] {
    const { repository, pushed, pullRequest } = commit;
    const hash = pushed ?? commit.hash;
    const found = repositories.find(({ name }) => name === repository);
    const url = found?.commitUrl && fillTemplate(found.commitUrl, { hash });
    return {
      repository,
      hash,
      ...(url !== undefined && { url }),
      isPushed: pushed !== undefined,
      ...(pullRequest && { pullRequest }),
    };
  }
}

function toSlack(message: KeptMessage): NonNullable<Rollback['slack']> {
  const { channel, posted, problem, isOver } = message;
  const state = isOver ? 'failed' : 'pending';
  return {
    channel,
    state: posted && problem === undefined ? 'sent' : state,
    ...(problem !== undefined && { sentence: problem }),
    ...(posted?.url !== undefined && { url: posted.url }),
  };
}
