/**
 * Claim: 500 open pull requests (10 repositories with 50 each) are frozen in under a minute, from freeze-merges over HTTP until
 * each of them has its status with the reason and GitHub refuses to merge it.
 *
 * GitHub is a process of its own on this machine, 150 ms late with every answer, as GitHub itself is about. Its secondary
 * limits (180 writes a minute for one token on github.com, none on a server of one's own) are not part of it: what they would
 * hold back are the statuses, since the rules of each repository are switched first. See docs/merges-github-app.md.
 *
 * The peer is the same one after another, which is what an app does that sets statuses in a loop.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import locks from '../plugins/sphera-locks/backend/src';
import merges from '../plugins/sphera-merges/backend/src';
import { type Portal, startPortal } from './measuring/Portal';
import { report, tell } from './measuring/report';
import {
  type PullRequests,
  startPullRequests,
} from './measuring/startPullRequests';

const BAR_MS = 60_000;
const SIZE = { repositories: 10, each: 50, latencyMs: 150 };
const PATIENCE_MS = 300_000;
const LOOK_MS = 100;

const entityOf = (repository: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: repository.split('/')[1],
    namespace: 'default',
    annotations: { 'github.com/project-slug': repository },
  },
  spec: { type: 'microservice', owner: 'group:default/one', lifecycle: 'x' },
});

/** Waits until every repository is as wanted, with all its pull requests. */
async function until(
  { address, headers }: Portal,
  state: 'open' | 'frozen',
): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  const wanted = SIZE.repositories;
  for (;;) {
    const response = await fetch(
      `${address}/api/sphera-merges/v1/list-merge-holds?limit=200&state=${state}`,
      { headers },
    );
    const { items = [] } = await response.json();
    const ready = items.filter(
      (one: any) =>
        one.pullRequests.open === SIZE.each &&
        one.pullRequests.held === (state === 'frozen' ? SIZE.each : 0),
    );
    if (ready.length === wanted) return;
    if (Date.now() > deadline) throw new Error(`Only ${ready.length} ${state}`);
    await sleep(LOOK_MS);
  }
}

async function ask(portal: Portal, operation: string) {
  const { address, headers } = portal;
  const response = await fetch(`${address}/api/sphera-locks/v1/${operation}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ reason: 'A benchmark' }),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** What an app does that goes through pull requests in a loop. */
async function oneAfterAnother(gitHub: PullRequests): Promise<number> {
  const begin = performance.now();
  for (const repository of gitHub.repositories) {
    const at = `/repos/${repository}`;
    const open = await gitHub.ask('GET', `${at}/pulls?base=main&per_page=100`);
    for (const { head } of open) {
      await gitHub.ask('POST', `${at}/statuses/${head.sha}`, {
        state: 'failure',
        context: 'peer/merge-freeze',
        description: 'Merges are frozen: A benchmark',
      });
    }
  }
  return performance.now() - begin;
}

report(async () => {
  const gitHub = await startPullRequests(SIZE);
  const { host } = new URL(gitHub.url);
  const apiBaseUrl = `${gitHub.url}/api/v3`;
  const portal = await startPortal({
    features: [
      merges,
      locks,
      catalogServiceMock.factory({
        entities: gitHub.repositories.map(entityOf),
      }),
    ],
    operations: ['sphera-locks:*', 'sphera-merges:*'],
    config: {
      integrations: { github: [{ host, apiBaseUrl, token: gitHub.token }] },
    },
    sphera: { merges: { host } },
  });
  await until(portal, 'open');
  tell({ pullRequests: SIZE.repositories * SIZE.each });

  const begin = performance.now();
  await ask(portal, 'freeze-merges');
  await until(portal, 'frozen');
  const frozenMs = performance.now() - begin;
  for (const repository of gitHub.repositories) {
    const status = await gitHub.merge(repository, SIZE.each);
    if (status !== 405) throw new Error(`${repository} was merged: ${status}`);
  }
  const again = performance.now();
  await ask(portal, 'unfreeze-merges');
  await until(portal, 'open');
  const openMs = performance.now() - again;
  await portal.stop();
  const peerMs = await oneAfterAnother(gitHub);
  gitHub.stop();
  return {
    bench: 'merge-freeze',
    pullRequests: SIZE.repositories * SIZE.each,
    frozenMs: Math.round(frozenMs),
    openMs: Math.round(openMs),
    oneAfterAnotherMs: Math.round(peerMs),
    timesFaster: Number((peerMs / frozenMs).toFixed(1)),
    ratio: frozenMs / BAR_MS,
    bar: 1,
    holds: frozenMs < BAR_MS,
  };
});
