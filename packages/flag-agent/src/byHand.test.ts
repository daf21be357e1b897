import { readdir, unlink } from 'node:fs/promises';
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

/** An agent in step with wishes for these flags, all on, at revision 7. */
async function inStep(...flags: string[]) {
  await portal.wishAll(flags, 7, ON);
  agent.start();
  await eventually(async () =>
    expect(await portal.reports('snapshot')).toHaveLength(1),
  );
}

/** What the newest snapshot tells, once there is another one. */
async function nextSnapshot(than = 1) {
  return eventually(async () => {
    const all = await portal.reports('snapshot');
    expect(all.length).toBeGreaterThan(than);
    return all[all.length - 1].flags;
  });
}

describe('What somebody changes in the file by hand', () => {
  it('is reported with its definition, and stays as it is', async () => {
    await inStep('one', 'two');
    await agent.edit(flags => {
      flags.one.defaultVariant = 'off';
    });
    expect(await nextSnapshot()).toEqual([
      {
        flag: 'one',
        revision: 7,
        fingerprint: fingerprintOf(OFF),
        definition: OFF,
      },
      { flag: 'two', revision: 7, fingerprint: fingerprintOf(ON) },
    ]);
    expect((await agent.flags()).one).toEqual(entry(OFF, 7));
  });

  it('is overwritten by the next wish for that flag, and not by one for another', async () => {
    await inStep('one', 'two');
    await agent.edit(flags => {
      flags.one.defaultVariant = 'off';
    });
    await nextSnapshot();
    await portal.wish({ flag: 'two', revision: 8, definition: OFF });
    await eventually(async () =>
      expect(await agent.flags()).toEqual({
        one: entry(OFF, 7),
        two: entry(OFF, 8),
      }),
    );
    await portal.wish({ flag: 'one', revision: 8, definition: ON });
    await eventually(async () =>
      expect((await agent.flags()).one).toEqual(entry(ON, 8)),
    );
  });

  it('is not overwritten by the same wish once more, whose answer tells what is there', async () => {
    await inStep('one');
    await agent.edit(flags => {
      flags.one = OFF;
    });
    await nextSnapshot();
    await portal.wish({ flag: 'one', revision: 7, definition: ON });
    await eventually(async () => {
      const [last] = (await portal.reports('acknowledgement')).slice(-1);
      expect(last).toMatchObject({
        outcome: 'held',
        holds: 7,
        fingerprint: fingerprintOf(OFF),
      });
    });
    expect(await agent.flags()).toEqual({ one: OFF });
  });

  it('may be a flag of which the portal knows nothing: it is reported and left alone', async () => {
    await inStep('one');
    await agent.edit(flags => {
      flags.theirs = OFF;
    });
    expect(await nextSnapshot()).toContainEqual({
      flag: 'theirs',
      revision: null,
      fingerprint: fingerprintOf(OFF),
      definition: OFF,
    });
    await portal.wish({ flag: 'one', revision: 8, definition: OFF });
    await eventually(async () =>
      expect(await agent.flags()).toEqual({ one: entry(OFF, 8), theirs: OFF }),
    );
  });

  it('may be a flag that goes missing: it is reported, and comes with its next wish', async () => {
    await inStep('one', 'two');
    await agent.edit(flags => {
      delete flags.one;
    });
    expect(await nextSnapshot()).toEqual([
      { flag: 'two', revision: 7, fingerprint: fingerprintOf(ON) },
    ]);
    expect(Object.keys(await agent.flags())).toEqual(['two']);
    await portal.wish({ flag: 'one', revision: 8, definition: ON });
    await eventually(async () =>
      expect((await agent.flags()).one).toEqual(entry(ON, 8)),
    );
  });

  it('is seen when a file is put in the place of the one that is there', async () => {
    await inStep('one');
    await agent.put(JSON.stringify({ flags: { one: entry(OFF, 7) } }));
    expect(await nextSnapshot()).toMatchObject([
      { flag: 'one', revision: 7, definition: OFF },
    ]);
  });

  it('keeps what else is in the file', async () => {
    const evaluators = { emails: { in: ['@', { var: 'email' }] } };
    await agent.put(
      JSON.stringify({ $schema: 'a', $evaluators: evaluators, flags: {} }),
    );
    await inStep('one');
    expect(JSON.parse(await agent.text())).toEqual({
      $schema: 'a',
      $evaluators: evaluators,
      flags: { one: entry(ON, 7) },
    });
  });

  it('may be no definition at all: then its fingerprint is all that is told', async () => {
    await inStep('one');
    await agent.edit(flags => {
      flags.one = { state: 'ON', metadata: { 'sphera-revision': 7 } };
    });
    expect(await nextSnapshot()).toEqual([
      { flag: 'one', revision: 7, fingerprint: expect.any(String) },
    ]);
  });
});

describe('A file from a backup', () => {
  it('is brought up to date, with what it does not have yet and with what is gone by now', async () => {
    await inStep('one', 'two', 'three', 'gone');
    await portal.wish({ flag: 'gone', revision: 8, definition: null });
    await eventually(async () =>
      expect(await portal.answers()).toContain('gone 8 applied'),
    );
    const older = { one: entry(OFF, 3), gone: entry(ON, 7), two: entry(ON, 7) };
    await agent.put(JSON.stringify({ flags: older }));
    const there = { one: entry(ON, 7), two: entry(ON, 7), three: entry(ON, 7) };
    await eventually(async () => expect(await agent.flags()).toEqual(there));
    await eventually(async () => {
      const [last] = (await portal.reports('snapshot')).slice(-1);
      expect(last.flags.map(({ flag, revision }) => [flag, revision])).toEqual([
        ['one', 7],
        ['three', 7],
        ['two', 7],
      ]);
    });
  });
});

describe('A file that is gone', () => {
  it('is written anew from all wishes', async () => {
    await inStep('one', 'two');
    await unlink(agent.path);
    await eventually(async () =>
      expect(await agent.flags()).toEqual({
        one: entry(ON, 7),
        two: entry(ON, 7),
      }),
    );
  });
});

describe('A file that is no JSON', () => {
  const broken = '{"flags": {"one":';

  it('is kept beside and written anew, which heartbeats tell', async () => {
    await inStep('one');
    await agent.put(broken);
    await eventually(async () =>
      expect(await agent.flags()).toEqual({ one: entry(ON, 7) }),
    );
    const [kept] = (await readdir(agent.folder)).filter(name =>
      /^flags\.json\.broken-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/.test(name),
    );
    expect(kept).toBeDefined();
    await eventually(async () => {
      const [last] = (await portal.reports('heartbeat')).slice(-1);
      expect(last.problem).toBe(
        `What was in the file ${agent.path} were no flags: it was kept as ${kept}, and all was written anew`,
      );
    });
  });

  it('does not fill the disk with what was kept, however often it breaks', async () => {
    await inStep('one');
    const isAnew = async () =>
      eventually(async () =>
        expect(await agent.flags()).toEqual({ one: entry(ON, 7) }),
      );
    for (const spaces of [0, 1, 2, 3, 4, 5, 6]) {
      await agent.put(broken + ' '.repeat(spaces));
      await isAnew();
    }
    expect((await readdir(agent.folder)).length).toBeLessThanOrEqual(6);
  });
});
