import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { MortalProcess } from '@sphera/plugin-operations-node/testUtils';
import { untilState } from './__testUtils__/asking';
import { auditorOfTest } from './__testUtils__/auditorOfTest';
import { openDatabases } from './__testUtils__/crash/openDatabases';
import type { PortalOrder } from './__testUtils__/crash/order';
import { DANA } from './__testUtils__/people';
import { ORGANIZATION, startGitHub } from './__testUtils__/startGitHub';
import { startPortal } from './__testUtils__/startPortal';
import { startRelay } from './__testUtils__/startRelay';

jest.setTimeout(300_000);

const PULL_REQUESTS = 30;
/** So many statuses GitHub is told before the process is killed; those that follow never reach it. */
const TOLD = 10;
const PATIENCE = 120_000;
const QUOTES = `/repos/${ORGANIZATION}/quotes`;

const toStop: Array<() => unknown> = [];
afterEach(async () => {
  for (const stop of toStop.splice(0).reverse()) await stop();
});

it('a freeze whose process is killed in the midst of the pull requests is finished by the next one, and on the record once', async () => {
  const gitHub = await startGitHub(['quotes']);
  toStop.push(gitHub.stop);
  const heads: string[] = [];
  let newest = 0;
  for (let n = 0; n < PULL_REQUESTS; n++) {
    newest = await gitHub.open('quotes', `change-${n}`);
    heads.push(await gitHub.headOf('quotes', newest));
  }
  const states = async (head: string): Promise<string[]> => {
    const path = `${QUOTES}/commits/${head}/statuses`;
    const statuses = await gitHub.ask('sphera-portal', 'GET', path);
    return statuses.map(({ state }: { state: string }) => state).reverse();
  };

  // Between the portal and GitHub, so that it is killed where it is meant to be.
  let left = Infinity;
  let held = 0;
  const wire = await startRelay(request => {
    if (!request.includes('/statuses/') || left-- > 0) return false;
    held++;
    return true;
  });
  toStop.push(wire.stop);
  wire.leadTo(Number(new URL(gitHub.url).port));

  const folder = await mkdtemp(join(tmpdir(), 'merges-of-a-test-'));
  toStop.push(() => rm(folder, { recursive: true, force: true }));
  const order: PortalOrder = {
    gitHub: { url: wire.url },
    services: ['quotes'],
    folder,
    record: join(folder, 'record'),
  };
  const mortal = new MortalProcess(
    join(__dirname, '__testUtils__/crash/portal.ts'),
  );
  toStop.push(() => mortal.kill());
  let port = 0;
  mortal.child.on('message', message => {
    port = (message as { port?: number }).port ?? port;
  });
  await mortal.says('loaded');
  mortal.child.send(order);
  await mortal.says('started');
  await eventually(async () => {
    const told = await Promise.all(heads.map(states));
    expect(told).toEqual(heads.map(() => ['success']));
  }, PATIENCE);

  left = TOLD;
  const asked = await fetch(
    `http://127.0.0.1:${port}/api/sphera-locks/v1/freeze-merges`,
    {
      method: 'POST',
      headers: {
        authorization: mockCredentials.user.header(DANA),
        'content-type': 'application/json',
      },
      body: JSON.stringify({ reason: 'An incident' }),
    },
  );
  expect(asked.status).toBe(200);
  await eventually(async () => {
    const told = await Promise.all(heads.map(states));
    expect(told.filter(each => each.includes('failure'))).toHaveLength(TOLD);
    expect(held).toBeGreaterThan(0);
  }, PATIENCE);
  await mortal.kill();
  // All are held already: the ruleset came first.
  expect((await gitHub.merge('quotes', newest)).status).toBe(405);

  left = Infinity;
  const audit = auditorOfTest();
  const databases = openDatabases(folder);
  toStop.push(() =>
    Promise.all([databases.locks.destroy(), databases.merges.destroy()]),
  );
  // As if two minutes had passed: so long the one that is gone has its turn.
  await databases.merges('merge_turns').update({ held_until: 0 });
  const next = await startPortal({
    gitHub: order.gitHub,
    services: order.services,
    url: 'http://127.0.0.1:1',
    databases,
    merges: { webhook: false },
    features: [audit.feature],
  });
  toStop.push(next.stop);
  const frozen = await untilState(next.dana, 'quotes', 'frozen');
  expect(frozen.pullRequests).toEqual({
    open: PULL_REQUESTS,
    held: PULL_REQUESTS,
    exempt: 0,
  });
  for (const head of heads) {
    const [first, ...others] = await states(head);
    expect(first).toBe('success');
    expect([...new Set(others)]).toEqual(['failure']);
  }
  const record = (await readFile(order.record, 'utf8')).split('\n');
  const noted = record.filter(each => each === 'note-merge-switch');
  const again = audit.succeeded('note-merge-switch');
  expect(noted.length + again.length).toBe(1);
});
