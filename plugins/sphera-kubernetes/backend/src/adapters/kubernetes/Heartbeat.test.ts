import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import {
  eventually,
  HandClock,
} from '@sphera/plugin-operations-common/testUtils';
import { openAccess } from '../../access/ClusterAccess';
import type { ApiFailure } from './ApiFailure';
import { ApiServer } from './ApiServer';
import { beat } from './Heartbeat';

/** How long a cluster may be gone before that is seen, in milliseconds. */
const SEEN_WITHIN = 8_000;
const UNTIL_ASKED = 5_000;

describe('the heartbeat of a cluster', () => {
  const clock = new HandClock();
  const stopped = new AbortController();
  /** Questions that wait for an answer. */
  const asked: ServerResponse[] = [];
  const heard: Array<ApiFailure | undefined> = [];
  const cluster = createServer((_, response) => void asked.push(response));
  let server: ApiServer;

  beforeAll(async () => {
    await new Promise<void>(done => cluster.listen(0, '127.0.0.1', done));
    const { port } = cluster.address() as AddressInfo;
    const here = {
      name: 'here',
      url: `http://127.0.0.1:${port}`,
      access: { type: 'token', token: 'token-of-the-test' },
    };
    const config = new ConfigReader({
      sphera: { fleet: { clusters: [here] } },
    });
    server = new ApiServer(openAccess(config, clock.now).get('here')!, clock);
  });
  afterAll(async () => {
    stopped.abort();
    server.close();
    cluster.closeAllConnections();
    await new Promise(done => cluster.close(done));
  });

  const isAsked = () => eventually(() => expect(asked).toHaveLength(1));
  const hasHeard = (count: number) =>
    eventually(() => expect(heard).toHaveLength(count));

  it('tells within eight seconds that a cluster has fallen silent, and sooner than it asks otherwise that it is back', async () => {
    const { signal } = stopped;
    beat({ server, clock, signal, heard: failure => heard.push(failure) });
    await isAsked();
    asked.pop()!.end('ok');
    await hasHeard(1);
    expect(heard[0]).toBeUndefined();

    clock.pass(UNTIL_ASKED);
    await isAsked();
    clock.pass(SEEN_WITHIN - UNTIL_ASKED);
    await hasHeard(2);
    expect(heard[1]?.message).toBe('It did not answer within 3 seconds');

    asked.pop();
    clock.pass(2_000);
    await isAsked();
    asked.pop()!.end('ok');
    await hasHeard(3);
    expect(heard[2]).toBeUndefined();
  });
});
