import { systemClock } from '@sphera/plugin-operations-common';
import { startServedLog } from './__testUtils__/startServedLog';
import { HttpLog } from './HttpLog';
import { MemoryLog } from './MemoryLog';

describe('A log over HTTP', () => {
  let memory: MemoryLog;
  let served: Awaited<ReturnType<typeof startServedLog>>;
  let log: HttpLog;

  beforeEach(async () => {
    memory = new MemoryLog({ clock: systemClock });
    memory.addTopic('a/topic', { partitions: 2 });
    served = await startServedLog(memory);
    log = new HttpLog({ url: `${served.url}/` });
  });
  afterEach(() => served.close());

  const ask = (path: string, init?: RequestInit) =>
    fetch(`${served.url}${path}`, init);
  const append = (body: string, type = 'application/json') =>
    ask('/topics/a%2Ftopic/records', {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });

  it('is the same log at both ends', async () => {
    expect(await log.partitions('a/topic')).toBe(2);
    const records = [{ key: 'eu', value: 'Grüße 🚦', headers: { a: 'b' } }];
    await log.append('a/topic', records);
    const partitions = await Promise.all(
      [0, 1].map(partition => memory.read('a/topic', partition, 0n, 0)),
    );
    const [partition] = [0, 1].filter(at => partitions[at].records.length > 0);
    expect(await log.read('a/topic', partition, 0n, 0)).toEqual(
      partitions[partition],
    );
    expect(partitions[partition].records).toMatchObject(records);
  });

  it('takes more at once than one request may have, in order', async () => {
    const values = Array.from({ length: 60 }, (_, at) =>
      `${at} `.padEnd(100_000, '東'),
    );
    await log.append(
      'a/topic',
      values.map(value => ({ key: 'eu', value })),
    );
    const read: Array<string | null> = [];
    for (const partition of [0, 1]) {
      let from = 0n;
      for (;;) {
        const { records } = await log.read('a/topic', partition, from, 0);
        if (records.length === 0) break;
        read.push(...records.map(({ value }) => value));
        from = records[records.length - 1].offset + 1n;
      }
    }
    expect(read.map(value => value?.slice(0, 4))).toEqual(
      values.map(value => value.slice(0, 4)),
    );
  });

  it('answers who waits as soon as something comes', async () => {
    const waiting = Promise.all(
      [0, 1].map(async partition => {
        const leaving = new AbortController();
        const answer = log.read(
          'a/topic',
          partition,
          0n,
          20_000,
          leaving.signal,
        );
        return { answer, leaving };
      }),
    );
    await log.append('a/topic', [{ key: 'eu', value: 'here' }]);
    const both = await waiting;
    const { records } = await Promise.race(both.map(({ answer }) => answer));
    expect(records).toMatchObject([{ value: 'here' }]);
    for (const { leaving } of both) leaving.abort();
    await Promise.allSettled(both.map(({ answer }) => answer));
  });

  it('says which topic it has not', async () => {
    await expect(log.partitions('other')).rejects.toThrow(
      'There is no topic other',
    );
    await expect(
      log.append('other', [{ key: 'a', value: '' }]),
    ).rejects.toThrow('There is no topic other');
  });

  it('says when it does not answer, or answers oddly', async () => {
    await expect(log.read('a/topic', 7, 0n, 0)).rejects.toThrow(
      `The log at ${served.url} answers 400`,
    );
    const other = new HttpLog({
      url: 'http://127.0.0.1:1',
      fetch: async () => new Response('{"weather":"fine"}'),
    });
    await expect(other.partitions('a')).rejects.toThrow(
      'What answers at http://127.0.0.1:1 is no log',
    );
    await served.close();
    await expect(log.partitions('a/topic')).rejects.toThrow(
      `The log at ${served.url} does not answer`,
    );
    await served.listen();
  });

  it.each([
    ['no JSON', '{', 400],
    ['no records', '{"records":[{"key":1}]}', 400],
    ['a tombstone', '{"records":[{"key":"a","value":null}]}', 400],
  ])('refuses %s', async (_, body, status) => {
    const answer = await append(body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({
      error: { message: expect.any(String) },
    });
  });

  it('refuses a form or text, which a page of another site could send', async () => {
    const body = '{"records":[{"key":"eu","value":"forged"}]}';
    expect((await append(body, 'text/plain')).status).toBe(415);
    expect((await append(body)).status).toBe(200);
  });

  it('refuses more than 16 MB at once', async () => {
    const status = await append(' '.repeat(17 * 1024 * 1024)).then(
      answer => answer.status,
      () => 'broken off',
    );
    expect([413, 'broken off']).toContain(status);
    expect(await log.partitions('a/topic')).toBe(2);
  });

  it.each([
    '/topics/a%2Ftopic/partitions/0/records?from=x&waitMs=0',
    '/topics/a%2Ftopic/partitions/0/records?from=-1&waitMs=0',
    '/topics/a%2Ftopic/partitions/0/records?from=0',
    '/topics/%E0%A4%A',
  ])('refuses the question %s', async path => {
    expect((await ask(path)).status).toBe(400);
  });

  it.each([['/'], ['/topics'], ['/topics/a%2Ftopic/weather']])(
    'has nothing at %s',
    async path => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('leaves other addresses to others', async () => {
    const answer = await fetch(`${served.origin}/flags/logbook`);
    expect(await answer.text()).toBe('somebody else');
  });
});
