import { mockServices } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { TestClock } from '../../__testUtils__/TestClock';
import type {
  CellMark,
  CellPlace,
  FollowedStore,
  Outbox,
} from '../../storage/FlagStore';
import type { KeptCell, KeptFlag } from '../../storage/Kept';
import { FlagsMemory } from './FlagsMemory';
import { Follower } from './Follower';

const EU = 'production-eu';

/** Rows with their moments, and how they are asked for. */
class Rows implements FollowedStore, Pick<Outbox, 'oldestAt'> {
  readonly flags: Array<{ flag: KeptFlag; writtenAt: number }> = [];
  cells: KeptCell[] = [];
  readonly asked: number[] = [];
  /** Flags whose cells were asked for by name. */
  readonly askedFor: string[][] = [];
  isAway = false;
  queuedSince?: number;
  /** Held back until it is called. */
  letGo?: () => void;

  async flagsSince(moment: number) {
    this.asked.push(moment);
    if (this.isAway) throw new Error('The database could not read flags');
    const found = this.flags.filter(({ writtenAt }) => writtenAt >= moment);
    if (this.letGo) await new Promise<void>(go => (this.letGo = go));
    return found.map(({ flag }) => flag);
  }

  async *allCells() {
    yield this.cells.map(cell => ({ ...cell }));
  }

  async cellsSince(moment: number, isKnown: (mark: CellMark) => boolean) {
    return this.cells
      .filter(({ updatedAt }) => updatedAt >= moment)
      .filter(
        ({ flag, cluster, updatedAt, wanted }) =>
          !isKnown({ flag, cluster, updatedAt, wanted: wanted?.revision }),
      )
      .map(cell => ({ ...cell }));
  }

  async agentsSince() {
    return [];
  }

  async oldestAt() {
    return this.queuedSince;
  }

  async cellsAt(places: readonly CellPlace[]) {
    const names = places.map(({ flag }) => flag);
    this.askedFor.push(names);
    if (this.isAway) throw new Error('The database could not read flags');
    const cells = this.cells.filter(({ flag }) => names.includes(flag));
    return { cells: cells.map(cell => ({ ...cell })), agents: [] };
  }

  /** A cluster says something of a flag, in a transaction that began at this moment. */
  report(flag: string, revision: number, began: number): CellPlace {
    const wanted = { revision };
    const cell = { flag, cluster: EU, updatedAt: began, wanted };
    this.cells = this.cells.filter(other => other.flag !== flag);
    this.cells.push(cell as unknown as KeptCell);
    return { flag, cluster: EU };
  }

  add(flag: string, writtenAt: number) {
    const kept = { flag, createdAt: writtenAt } as KeptFlag;
    this.flags.push({ flag: kept, writtenAt });
  }
}

function given() {
  const rows = new Rows();
  const clock = new TestClock();
  const memory = new FlagsMemory([EU]);
  const logger = mockServices.logger.mock();
  const stores = { followed: rows, outbox: rows };
  const follower = new Follower({ memory, ...stores, clock, logger });
  const known = () => memory.all().map(({ flag }) => flag);
  const seen = (flag: string) => memory.get(flag)?.cells[0]?.wanted?.revision;
  return { rows, clock, memory, logger, follower, known, seen };
}

describe('the memory', () => {
  it('has what was written here before the next answer', async () => {
    const { rows, clock, follower, known } = given();
    await follower.start();
    rows.add('one', clock.now());
    follower.written();
    await follower.current();
    expect(known()).toEqual(['one']);
    await follower.stop();
  });

  it('has what was reported in a transaction that took longer than the last look is ago', async () => {
    const { rows, clock, follower, seen } = given();
    await follower.start();
    const began = clock.now();
    clock.leap(40_000);
    follower.written();
    await follower.current();
    follower.reported([rows.report('one', 1, began)]);
    await follower.current();
    expect(seen('one')).toBe(1);
    await follower.stop();
  });

  it('has it, too, where a look that began before has missed it', async () => {
    const { rows, clock, follower, known } = given();
    await follower.start();
    rows.letGo = () => {};
    follower.reportedElsewhere();
    void follower.current();
    await eventually(async () => expect(rows.asked).toHaveLength(2));
    const letGo = rows.letGo;
    rows.letGo = undefined;
    rows.add('one', clock.now());
    follower.written();
    const both = [follower.current(), follower.current()];
    letGo();
    await Promise.all(both);
    expect(known()).toEqual(['one']);
    await follower.stop();
  });

  it('has what other replicas wrote at the next look, also where their writing took a while', async () => {
    const { rows, clock, follower, known } = given();
    await follower.start();
    rows.add('slow', clock.now() - 4_000);
    clock.leap(2_000);
    await eventually(async () => expect(known()).toEqual(['slow']));
    await follower.stop();
  });

  it('has what clusters reported before the next answer, however little time went by', async () => {
    const { rows, clock, follower, seen } = given();
    await follower.start();
    for (const revision of [1, 2, 3]) {
      follower.reported([rows.report('one', revision, clock.now())]);
      await follower.current();
      expect(seen('one')).toBe(revision);
    }
    await follower.stop();
  });

  it('has what clusters reported to another replica before the next answer', async () => {
    const { rows, clock, follower, seen } = given();
    await follower.start();
    rows.report('one', 1, clock.now());
    follower.reportedElsewhere();
    await follower.current();
    expect(seen('one')).toBe(1);
    await follower.stop();
  });

  it('has since when wishes wait, also where clusters alone had something to say', async () => {
    const { rows, clock, memory, follower } = given();
    rows.queuedSince = 7;
    await follower.start();
    expect(memory.queuedSince).toBe(7);
    rows.queuedSince = undefined;
    follower.reported([rows.report('one', 1, clock.now())]);
    await follower.current();
    expect(memory.queuedSince).toBeUndefined();
    await follower.stop();
  });

  it('asks for no more than the cells that were reported here', async () => {
    const { rows, clock, follower } = given();
    await follower.start();
    follower.reported([
      rows.report('one', 1, clock.now()),
      rows.report('two', 1, clock.now()),
    ]);
    await follower.current();
    expect(rows.asked).toHaveLength(1);
    expect(rows.askedFor).toEqual([['one', 'two']]);
    await follower.stop();
  });

  it('has what was reported here while the database was away once it is back', async () => {
    const { rows, clock, follower, seen } = given();
    await follower.start();
    const began = clock.now();
    clock.leap(40_000);
    rows.isAway = true;
    follower.reported([rows.report('one', 1, began)]);
    await follower.current();
    expect(seen('one')).toBeUndefined();
    rows.isAway = false;
    await follower.current();
    expect(seen('one')).toBe(1);
    await follower.stop();
  });

  it('asks the database nothing while nobody wrote anything', async () => {
    const { rows, follower } = given();
    await follower.start();
    await follower.current();
    await follower.current();
    expect(rows.asked).toHaveLength(1);
    await follower.stop();
  });

  it('stays as it was while the database is away, says so once, and follows again', async () => {
    const { rows, clock, follower, known, logger } = given();
    rows.add('one', clock.now());
    await follower.start();
    rows.isAway = true;
    for (let times = 0; times < 3; times++) {
      follower.written();
      await follower.current();
    }
    expect(known()).toEqual(['one']);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    rows.isAway = false;
    rows.add('two', clock.now());
    await follower.current();
    expect(known()).toEqual(['one', 'two']);
    await follower.stop();
  });

  it('passes over clusters that flags are not sent to', () => {
    const { memory } = given();
    const cell = (cluster: string) =>
      ({ flag: 'one', cluster } as Partial<KeptCell> as KeptCell);
    const cells = [cell('production-eu'), cell('was-removed')];
    memory.take({ flags: [], agents: [], cells });
    expect(memory.get('one')?.cells).toEqual([cells[0]]);
  });
});
