import { mockServices } from '@backstage/backend-test-utils';
import { TestClock } from '../../__testUtils__/TestClock';
import { eventually } from '../../__testUtils__/eventually';
import type { FollowedStore } from '../../storage/FlagStore';
import type { KeptCell, KeptFlag } from '../../storage/Kept';
import { FlagsMemory } from './FlagsMemory';
import { Follower } from './Follower';

/** Rows with their moments, and how they are asked for. */
class Rows implements FollowedStore {
  readonly flags: Array<{ flag: KeptFlag; writtenAt: number }> = [];
  readonly asked: number[] = [];
  isAway = false;
  /** Held back until it is called. */
  letGo?: () => void;

  async flagsSince(moment: number) {
    this.asked.push(moment);
    if (this.isAway) throw new Error('The database could not read flags');
    const found = this.flags.filter(({ writtenAt }) => writtenAt >= moment);
    if (this.letGo) await new Promise<void>(go => (this.letGo = go));
    return found.map(({ flag }) => flag);
  }

  async cellsSince(): Promise<KeptCell[]> {
    return [];
  }

  async agents() {
    return [];
  }

  add(flag: string, writtenAt: number) {
    const kept = { flag, createdAt: writtenAt } as KeptFlag;
    this.flags.push({ flag: kept, writtenAt });
  }
}

function given() {
  const rows = new Rows();
  const clock = new TestClock();
  const memory = new FlagsMemory(['production-eu']);
  const logger = mockServices.logger.mock();
  const follower = new Follower({ memory, followed: rows, clock, logger });
  const known = () => memory.all().map(({ flag }) => flag);
  return { rows, clock, memory, logger, follower, known };
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
    const { rows, clock, follower, known } = given();
    await follower.start();
    const began = clock.now();
    clock.leap(4_000);
    follower.written();
    await follower.current();
    rows.add('one', began);
    follower.reported(began);
    await follower.current();
    expect(known()).toEqual(['one']);
    await follower.stop();
  });

  it('has it, too, where a look that began before has missed it', async () => {
    const { rows, clock, follower, known } = given();
    await follower.start();
    rows.letGo = () => {};
    follower.reported();
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
    const { rows, clock, follower, known } = given();
    await follower.start();
    for (const flag of ['one', 'two', 'three']) {
      rows.add(flag, clock.now());
      follower.reported();
      await follower.current();
      expect(known()).toContain(flag);
    }
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
