import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { ReplicaProcess } from './__testUtils__/crash/ReplicaProcess';
import {
  type CrashWorld,
  startCrashWorld,
} from './__testUtils__/crash/startCrashWorld';
import { seeded } from './__testUtils__/seeded';
import { HELD_FOR_MS } from './HeldRollback';
import { LOOK_EVERY_MS } from './ReplicaRunner';

jest.setTimeout(300_000);

/** What a rollback by push writes down on its way; before and after each of it, its replica may die. */
const WRITTEN = [
  'the beginning of commit',
  'the end of commit',
  'the beginning of push',
  'the point of no return',
  'push of a commit',
  'the end of push',
  'the beginning of unlock',
  'the end of unlock',
  'the beginning of sync',
  'the end of sync',
  'the beginning of roll-out',
  'a state of clusters',
  'the beginning of lock',
  'the end of lock',
  'the end of roll-out',
  'the end',
  'the note of the end',
  'what may be told',
  'what was told',
];
const BOUNDARIES = WRITTEN.flatMap(what => [`before ${what}`, `after ${what}`]);
/** Whoever stands still here has written down that it is about to do something. */
const BEFORE_DEEDS = BOUNDARIES.filter(name => name.startsWith('after '));
/** Between noting the end in the audit log and writing down that it is noted: there, it is noted again. */
const NOTED_AGAIN = ['after the end', 'before the note of the end'];
/** What there is to be of a rollback. */
const ONCE = { commits: 1, messages: 1, locks: 1, notes: 1 };
/** Of the moments at which replicas die at random. */
const SEED = 20261127;
const PATIENCE_MS = 120_000;
/** Looking into the database keeps replicas from writing to it. */
const ASK_EVERY_MS = 100;

const pause = (milliseconds: number) =>
  new Promise(resolve => setTimeout(resolve, milliseconds));

describe('rollbacks, where replicas die or stand still', () => {
  let crash: CrashWorld;
  /** Runs when a test begins, alone. */
  let replica: ReplicaProcess;
  let undisturbed: string;
  let stopping: string[];
  beforeAll(async () => {
    crash = await startCrashWorld(BOUNDARIES.length + 1);
    [undisturbed, ...stopping] = crash.services;
    replica = await crash.replica();
  });
  afterAll(() => crash.stop());

  /** Begins a rollback for each boundary, and waits until each stands still at its own. */
  const stopAtEach = async (boundaries: string[], version: string) => {
    const names = stopping.slice(0, boundaries.length);
    replica.stopAt(
      Object.fromEntries(names.map((name, n) => [name, boundaries[n]])),
    );
    const ids = await crash.begin(replica, names, version);
    await eventually(async () => {
      const missing = boundaries.filter(
        (_, n) => !replica.stopped.has(names[n]),
      );
      expect(missing).toEqual([]);
    }, PATIENCE_MS);
    const again = ids.filter((_, n) => NOTED_AGAIN.includes(boundaries[n]));
    return { ids, again };
  };

  /** What there is of each of them; `again`: those whose end may be noted a second time. */
  const tracesOf = async (
    ids: string[],
    by: ReplicaProcess,
    again: string[],
  ) => {
    const locks = await crash.locks(by);
    const traces = [];
    for (const id of ids) {
      const notes = crash.settled(id);
      traces.push({
        commits: (await crash.commits(id)).length,
        messages: crash.messages(id).length,
        locks: locks.filter(lock => lock === id).length,
        notes: again.includes(id) ? Math.min(notes, 1) : notes,
      });
    }
    return traces;
  };

  /** Each is done soon, and everything of it once. */
  const doneOnce = async (
    ids: string[],
    by: ReplicaProcess,
    again: string[] = [],
  ) => {
    await eventually(async () => {
      await pause(ASK_EVERY_MS);
      expect(await crash.due(ids)).toEqual([]);
    }, PATIENCE_MS);
    for (const id of ids) {
      expect(await by.ask('get-rollback', { id })).toMatchObject({
        state: 'done',
        slack: { state: 'sent' },
        lock: { isWanted: true, id },
      });
    }
    const traces = await tracesOf(ids, by, again);
    expect(traces).toEqual(ids.map(() => ONCE));
  };

  it('write nothing down that is not among the boundaries of these tests', async () => {
    const ids = await crash.begin(replica, [undisturbed], '4.11.7');
    await doneOnce(ids, replica);
    await eventually(() =>
      expect([...replica.boundaries].sort()).toEqual([...BOUNDARIES].sort()),
    );
  });

  it('are taken up at each boundary when their replica is killed, and done once', async () => {
    const { ids, again } = await stopAtEach(BOUNDARIES, '4.11.7');
    const other = await crash.replica();
    await replica.kill();
    await expect(doneOnce(ids, other, again)).resolves.toBeUndefined();
    replica = other;
  });

  it('wait less than ten seconds for another replica to find that theirs is gone', () => {
    expect(HELD_FOR_MS + LOOK_EVERY_MS).toBeLessThan(10_000);
  });

  it('are taken up at each boundary when their replica stands still, which does nothing twice when it comes back', async () => {
    const { ids, again } = await stopAtEach(BEFORE_DEEDS, '4.10.3');
    const late = replica;
    await crash.pause(late);
    const other = await crash.replica();
    await doneOnce(ids, other, again);
    late.resume();
    late.goOn();
    // Until it has done all of this one, it has done what it would with the others.
    const [next] = await crash.begin(late, [undisturbed], '4.10.3');
    await doneOnce([next], other);
    const traces = await tracesOf(ids, other, again);
    expect(traces).toEqual(ids.map(() => ONCE));
    await late.kill();
    replica = other;
  });

  it('are done once where replicas are killed at random moments', async () => {
    const random = seeded(SEED);
    const round = async (version: string, another: boolean) => {
      const other = await crash.replica({ another });
      const chosen = stopping
        .slice(0, BEFORE_DEEDS.length)
        .filter(() => random() < 0.5);
      const beginning = chosen.map(async name => {
        await pause(random() * 2_000);
        // Whether it was begun when its replica died is for the database to say.
        await crash.begin(replica, [name], version).catch(() => {});
      });
      await Promise.race(beginning);
      await pause(random() * 4_000);
      await replica.kill();
      await Promise.all(beginning);
      replica = other;
      const begun = await crash.rollbacksTo(other, version, chosen);
      expect(begun).not.toEqual([]);
      await doneOnce(begun, other, begun);
    };
    await round('4.11.7', true);
    await round('4.12.1', true);
    await round('4.10.3', false);
  });
});
