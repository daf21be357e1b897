import { stat } from 'node:fs/promises';
import { fingerprintOf } from '@sphera/plugin-flags-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { AgentOfTest, entry } from './__testUtils__/AgentOfTest';
import { OFF, ON } from './__testUtils__/definitions';
import type { Portal } from './__testUtils__/Portal';

let agent: AgentOfTest;
let portal: Portal;
beforeEach(async () => {
  agent = await AgentOfTest.make();
  portal = agent.portal;
});
afterEach(async () => agent.remove());

const answered = async (answers: string[]) =>
  eventually(async () => expect(await portal.answers()).toEqual(answers));

describe('An agent', () => {
  it('writes what was wished before it came, and answers', async () => {
    await portal.wish({ revision: 1, definition: ON });
    agent.start();
    await answered(['new-checkout 1 applied']);
    expect(await agent.flags()).toEqual({ 'new-checkout': entry(ON, 1) });
    expect((await portal.reports('acknowledgement'))[0]).toMatchObject({
      cluster: 'here',
      holds: 1,
      fingerprint: fingerprintOf(ON),
    });
  });

  it('has a file without flags where nothing was ever wished, so that flagd can start', async () => {
    agent.start();
    await eventually(async () => expect(await agent.flags()).toEqual({}));
  });

  it('follows each wish, and takes away what is to be gone', async () => {
    agent.start();
    await portal.wish({ revision: 1, definition: ON });
    await answered(['new-checkout 1 applied']);
    await portal.wish({ revision: 2, definition: OFF });
    await eventually(async () =>
      expect(await agent.flags()).toEqual({ 'new-checkout': entry(OFF, 2) }),
    );
    await portal.wish({ revision: 3, definition: null });
    await answered([
      'new-checkout 1 applied',
      'new-checkout 2 applied',
      'new-checkout 3 applied',
    ]);
    expect(await agent.flags()).toEqual({});
    const [last] = (await portal.reports('acknowledgement')).slice(-1);
    expect(last).toMatchObject({ holds: 3, fingerprint: null });
  });

  it('writes who owns a flag beside it', async () => {
    agent.start();
    const metadata = {
      service: 'component:default/checkout',
      owner: 'group:default/shop',
    };
    await portal.wish({ definition: ON, metadata });
    await eventually(async () =>
      expect((await agent.flags())['new-checkout'].metadata).toEqual({
        ...metadata,
        'sphera-revision': 1,
      }),
    );
  });

  it('does not go back to an older wish, however often and in what order wishes come', async () => {
    agent.start();
    await portal.wish({ revision: 3, definition: ON });
    await answered(['new-checkout 3 applied']);
    const before = await agent.text();
    await portal.wish(
      { revision: 2, definition: OFF },
      { revision: 3, definition: ON },
    );
    await answered([
      'new-checkout 3 applied',
      'new-checkout 2 overtaken',
      'new-checkout 3 held',
    ]);
    expect(await agent.text()).toBe(before);
  });

  it('takes the newest of many wishes for a flag, and answers all of them', async () => {
    await portal.wish(
      { revision: 1, definition: ON },
      { revision: 3, definition: OFF },
      { revision: 2, definition: ON },
    );
    agent.start();
    await answered([
      'new-checkout 1 overtaken',
      'new-checkout 3 applied',
      'new-checkout 2 overtaken',
    ]);
    expect(await agent.flags()).toEqual({ 'new-checkout': entry(OFF, 3) });
  });

  it('passes over the wishes of other clusters', async () => {
    agent.start();
    await portal.wish(
      { cluster: 'there', flag: 'theirs', definition: ON },
      { flag: 'ours', definition: ON },
    );
    await answered(['ours 1 applied']);
    expect(Object.keys(await agent.flags())).toEqual(['ours']);
  });

  it('answers all wishes of a batch in one go', async () => {
    const sent: number[] = [];
    const { log } = portal;
    const flags = Array.from({ length: 300 }, (_, at) => `flag-${at}`);
    await portal.wishAll(flags, 1, ON);
    agent.start(
      {},
      {
        append: async (topic, records) => {
          sent.push(records.length);
          return log.append(topic, records);
        },
        read: log.read.bind(log),
        partitions: log.partitions.bind(log),
      },
    );
    await answered(flags.map(flag => `${flag} 1 applied`));
    expect(sent).toContain(300);
  });

  it('counts its reports from 1 on, in order', async () => {
    agent.start();
    await portal.wishAll(['one', 'two', 'three'], 1, ON);
    await eventually(async () =>
      expect((await portal.reports('snapshot')).length).toBeGreaterThan(0),
    );
    await eventually(async () =>
      expect(await portal.answers()).toHaveLength(3),
    );
    const reports = await portal.reports();
    expect(reports.map(({ sequence }) => sequence)).toEqual(
      reports.map((_, at) => at + 1),
    );
    expect(new Set(reports.map(({ instance }) => instance)).size).toBe(1);
  });
});

describe('An agent that starts again', () => {
  const restart = async (while_: () => Promise<void> = async () => {}) => {
    await agent.stop();
    await while_();
    agent.start();
  };

  it('answers everything anew, and changes nothing that it holds', async () => {
    agent.start();
    await portal.wish({ revision: 2, definition: ON });
    await answered(['new-checkout 2 applied']);
    const before = await agent.text();
    await restart();
    await answered(['new-checkout 2 applied', 'new-checkout 2 held']);
    expect(await agent.text()).toBe(before);
  });

  it('never brings a removed flag back, not even for a moment', async () => {
    agent.start();
    await portal.wish({ revision: 1, definition: ON });
    await answered(['new-checkout 1 applied']);
    await portal.wish({ revision: 2, definition: null });
    await answered(['new-checkout 1 applied', 'new-checkout 2 applied']);
    const before = await stat(agent.path, { bigint: true });
    await restart();
    await eventually(async () =>
      expect((await portal.answers()).slice(2)).toEqual([
        'new-checkout 1 overtaken',
        'new-checkout 2 held',
      ]),
    );
    const after = await stat(agent.path, { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  });

  it('writes again what was lost with its file', async () => {
    agent.start();
    await portal.wishAll(['one', 'two'], 4, ON);
    await answered(['one 4 applied', 'two 4 applied']);
    await restart(() => agent.put('{"flags":{}}'));
    await eventually(async () =>
      expect(await agent.flags()).toEqual({
        one: entry(ON, 4),
        two: entry(ON, 4),
      }),
    );
  });

  it('takes over a flag that somebody had written before', async () => {
    await agent.put(JSON.stringify({ flags: { 'new-checkout': OFF } }));
    await portal.wish({ revision: 1, definition: ON });
    agent.start();
    await answered(['new-checkout 1 applied']);
    expect(await agent.flags()).toEqual({ 'new-checkout': entry(ON, 1) });
  });
});
