import type { AddressInfo } from 'node:net';
import { mockCredentials } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import request from 'supertest';
import { auditLog } from '../__testUtils__/auditLog';
import { DANA, startKubernetes } from '../__testUtils__/startKubernetes';
import { NAMESPACE, run } from '../__testUtils__/workloads';

jest.setTimeout(120_000);

const PLACE = { cluster: 'production-eu', namespace: NAMESPACE };
const running: Array<{ stop(): Promise<void> }> = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(portal => portal.stop()));
});

async function start() {
  const audit = auditLog();
  const portal = await startKubernetes({
    fill: cluster => run(cluster, 'quotes', ['4.12.0']),
    features: [audit.feature],
  });
  running.push(portal);
  await portal.seen();
  let pod = '';
  await eventually(async () => {
    const { body } = await portal.dana.get('list-pods', PLACE);
    pod = body.items[0].name;
  });
  const read = (more: object = {}) =>
    portal.dana.get('stream-logs', { ...PLACE, pod, ...more });
  /** Begins to follow a log; answers the first piece of it. */
  const follow = async (signal: AbortSignal) => {
    const { port } = portal.server.address() as AddressInfo;
    const query = new URLSearchParams({ ...PLACE, pod, follow: 'true' });
    const response = await fetch(
      `http://localhost:${port}/api/sphera-kubernetes/v1/stream-logs?${query}`,
      {
        signal,
        headers: { authorization: mockCredentials.user.header(DANA) },
      },
    );
    const { value } = await response.body!.getReader().read();
    return Buffer.from(value!).toString();
  };
  return { ...portal, audit, read, follow, pod };
}

describe('the log of a container', () => {
  it('is sent as lines that begin with their time', async () => {
    const { read } = await start();
    const { text, headers } = await read({ lines: 5 }).expect(200);
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    const lines = text.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(5);
    for (const line of lines) expect(line).toMatch(/^\d{4}-\d\d-\d\dT\S+Z /);
  });

  it('is on the record as having been read, with nothing of what it says', async () => {
    const { read, audit } = await start();
    const { text } = await read({ lines: 5 }).expect(200);
    expect(audit.of('stream-logs')).toMatchObject([{ outcome: 'succeeded' }]);
    const [line] = text.split('\n');
    expect(JSON.stringify(audit.log)).not.toContain(line);
  });

  it('is answered as its last lines where a door has no streams', async () => {
    const { server, pod, read } = await start();
    const { text } = await read({ lines: 1 }).expect(200);
    const { body } = await request(server)
      .post(
        '/api/sphera-kubernetes/.backstage/actions/v1/actions/sphera-kubernetes:stream-logs/invoke',
      )
      .set('authorization', mockCredentials.user.header(DANA))
      .send({ ...PLACE, pod, lines: 50, follow: true });
    const lines = body.output.items.map(
      (line: { at: string; text: string }) => `${line.at} ${line.text}\n`,
    );
    expect(lines).toContain(text);
    expect(lines.length).toBeLessThanOrEqual(50);
  });

  it('is cut to its newest lines where it is too long for one answer, and says so', async () => {
    const { server, pod, standIn } = await start();
    const { api } = standIn.cluster('production-eu');
    const handle = api.handle.bind(api);
    jest.spyOn(api, 'handle').mockImplementation(async (...call) => {
      const [asked, answer] = call;
      if (!asked.url!.includes('/log?')) {
        await handle(...call);
        return;
      }
      answer.writeHead(200, { 'content-type': 'text/plain' });
      for (let line = 1; line <= 300; line += 1) {
        answer.write(`2026-11-24T12:00:00Z ${line} ${'x'.repeat(1_000)}\n`);
      }
      answer.end();
    });
    const { body } = await request(server)
      .post(
        '/api/sphera-kubernetes/.backstage/actions/v1/actions/sphera-kubernetes:stream-logs/invoke',
      )
      .set('authorization', mockCredentials.user.header(DANA))
      .send({ ...PLACE, pod, lines: 5_000 });
    const { items, leftOut } = body.output;
    expect(items.at(-1).text).toMatch(/^300 x/);
    expect(JSON.stringify(items).length).toBeLessThan(300 * 1024);
    expect(leftOut).toBe(
      `Only the newest lines are here: ${
        300 - items.length
      } older lines did not fit into an answer of 256 KiB. Over HTTP they come as a stream`,
    );
  });

  it('is refused with what to ask instead', async () => {
    const { read, pod } = await start();
    const refused = async (more: object, status: number) =>
      (await read(more).expect(status)).body.error.message;
    expect(await refused({ pod: 'quotes-none' }, 404)).toMatch(
      /^There is no pod quotes-none in the namespace selling of production-eu/,
    );
    expect(await refused({ previous: true }, 404)).toBe(
      `The container quotes of the pod ${pod} runs for the first time: there is no log of an earlier run`,
    );
    expect(await refused({ container: 'proxy' }, 400)).toBe(
      `container must be a container of the pod ${pod}: it has quotes`,
    );
    expect(await refused({ cluster: 'moon' }, 400)).toContain(
      'cluster must be one of',
    );
  });

  it('is followed until the browser goes, and the cluster is let go of then', async () => {
    const { follow, audit, standIn } = await start();
    const open = jest.spyOn(standIn.cluster('production-eu').api, 'handle');
    const browser = new AbortController();
    expect(await follow(browser.signal)).toMatch(/^\d{4}-\d\d-\d\dT\S+Z /);
    const [, atCluster] = open.mock.calls.find(([asked]) =>
      asked.url!.includes('/log?'),
    )!;
    expect(atCluster.destroyed).toBe(false);

    browser.abort();
    await eventually(async () => expect(atCluster.destroyed).toBe(true));
    await eventually(async () =>
      expect(audit.of('stream-logs')).toMatchObject([{ outcome: 'succeeded' }]),
    );
  });
});
