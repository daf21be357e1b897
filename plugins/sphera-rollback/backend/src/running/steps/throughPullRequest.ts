import type {
  PullRequest,
  PullRequests,
} from '../../adapters/github/PullRequests';
import { PushRefusedError } from '@sphera/plugin-git-node';
import { NeighbourError } from '@sphera/plugin-operations-node';
import { type Change, headOf, newTexts, writeCommit } from '../Change';
import { commitBody, commitSubject } from '../commitMessage';
import { Cancelled, StepFailure } from '../endings';
import type { HeldRollback } from '../HeldRollback';
import type { KeptCommit } from '../KeptRollback';
import type { StepParts } from '../StepRun';
import { isPassing } from '../whileItPasses';
import { checkIsOurs } from './checkIsOurs';
import { findArrived } from './findArrived';
import { refusalOf } from './refusalOf';

const LOOK_EVERY_MS = 3_000;
const FRESH_MS = 10_000;

/** Brings a commit to the branch through a pull request, and waits until it is merged. */
export async function throughPullRequest(
  held: HeldRollback,
  parts: StepParts,
  change: Change,
  commit: KeptCommit,
  isTakenUp: boolean,
): Promise<void> {
  const { settings, clock } = parts;
  const { repository } = change;
  const requests = parts.pullRequests(repository.name);
  if (!requests) {
    throw new StepFailure(
      `${repository.name} takes pull requests only, and the portal cannot open any there: it is not on a GitHub of the configuration`,
      `Configure its GitHub under integrations, or let the portal push to ${repository.branch}`,
    );
  }
  const branch = `sphera/rollback-${held.kept.id}`;
  const end =
    Date.parse(held.step('push').startedAt!) + settings.pullRequestLimit;
  const on = { held, parts, change, commit, requests, branch };
  let isWritten = !isTakenUp;

  for (;;) {
    try {
      await held.stopWhereAsked();
      if (await look(on, isWritten)) return;
      isWritten = true;
    } catch (error) {
      if (error instanceof Cancelled) {
        if (await isMerged(on)) continue;
        await closeIt(on, error.message);
        throw error;
      }
      if (error instanceof PushRefusedError) throw refusalOf(error, repository);
      if (error instanceof NeighbourError && !error.isPassing) {
        throw new StepFailure(
          error.message,
          'Set right what it says, then start the rollback again',
        );
      }
      if (!isPassing(error)) throw error;
      isWritten = false;
      await say(held, commit, error.message);
    }
    if (clock.now() >= end) {
      throw new StepFailure(
        `The pull request was not merged in time: ${
          commit.pullRequest?.state ?? held.step('push').sentence ?? ''
        }`,
        'See what it waits for. Merge it by hand, or close it and start again',
      );
    }
    await held.wait(LOOK_EVERY_MS);
  }
}

interface On {
  held: HeldRollback;
  parts: StepParts;
  change: Change;
  commit: KeptCommit;
  requests: PullRequests;
  branch: string;
}

/** One look at it; whether the change is on the branch. */
async function look(on: On, isWritten: boolean): Promise<boolean> {
  const { held, change, commit, requests, branch } = on;
  const { repository } = change;
  const found =
    (await requests.ofBranch(branch)) ?? (await open(on, isWritten));
  commit.pullRequest = {
    number: found.number,
    url: found.url,
    state: found.sentence,
  };
  await say(held, commit, found.sentence);
  if (found.state === 'merged') {
    const head = await headOf(repository);
    commit.pushed =
      (await findArrived(repository, head, held.kept)) ??
      found.mergeCommit ??
      head;
    await repository.deleteBranch(branch).catch(() => {});
    return true;
  }
  if (found.state === 'closed') {
    throw new StepFailure(
      `Somebody closed pull request #${found.number} without merging it`,
      'Ask who closed it. Start the rollback again if it is still needed',
    );
  }
  if (found.checks === 'failed') {
    throw new StepFailure(
      `Pull request #${found.number}: ${found.sentence}`,
      `See its checks. Once they pass, merge #${found.number} by hand, or close it`,
    );
  }
  await checkLines(on);
  if (found.checks === 'passed') {
    await checkIsOurs(change, commit, found);
    await merge(on, found);
  }
  return false;
}

async function open(on: On, isWritten: boolean): Promise<PullRequest> {
  const { held, parts, change, commit, requests, branch } = on;
  const { repository, service } = change;
  const { kept } = held;
  if (!isWritten) {
    // The clone of another replica may not have it.
    const head = await headOf(repository);
    const written = await writeCommit(change, head, kept, parts);
    if (written) Object.assign(commit, written);
  }
  await held.stay();
  // Raced: a replica that died has pushed the branch already.
  await parts.alone(repository.name, () =>
    repository.push(commit.hash, { branch }),
  );
  await held.record('the branch of a pull request');
  return requests.open({
    branch,
    into: repository.branch,
    title: commitSubject(kept, service.name),
    body: commitBody(kept),
  });
}

async function merge(on: On, { number, head }: PullRequest): Promise<void> {
  const { held, requests } = on;
  await held.passPointOfNoReturn();
  try {
    await requests.merge({ number, head });
    held.wake();
  } catch (error) {
    if (!(error instanceof NeighbourError) || error.isPassing) throw error;
    // GitHub says no: it waits for something that its checks did not tell.
    await held.goBackBeforeIt();
    await say(held, on.commit, error.message);
  }
}

/** Nobody may have changed the same line meanwhile: then a person decides. */
async function checkLines(on: On): Promise<void> {
  const { change } = on;
  const head = await headOf(change.repository, FRESH_MS);
  try {
    await newTexts(change, head);
  } catch (error) {
    if (error instanceof StepFailure) await closeIt(on, error.message);
    throw error;
  }
}

async function closeIt(on: On, why: string): Promise<void> {
  const { commit, requests, change, branch, parts } = on;
  if (!commit.pullRequest) return;
  try {
    await requests.close(commit.pullRequest.number, why);
    await change.repository.deleteBranch(branch);
    commit.pullRequest.state = 'It was closed';
  } catch (error) {
    parts.logger.warn(
      `Pull request #${commit.pullRequest.number} cannot be closed: ${error}`,
    );
  }
}

/** Whether somebody merged it before it could be cancelled: then it goes on. */
async function isMerged({ held, requests, branch }: On): Promise<boolean> {
  const found = await requests.ofBranch(branch).catch(() => undefined);
  if (found?.state !== 'merged') return false;
  held.kept.canStop = false;
  await held.record('a merge that came first');
  return true;
}

async function say(held: HeldRollback, commit: KeptCommit, sentence: string) {
  const step = held.step('push');
  const words = commit.pullRequest
    ? `Pull request #${commit.pullRequest.number}: ${sentence}`
    : sentence;
  if (step.sentence === words) return;
  step.sentence = words;
  held.kept.sentence = words;
  await held.record('a state of a pull request');
}
