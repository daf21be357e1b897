import type { NewRecord } from '../chain/chain';
import { record } from '../__testUtils__/records';
import { GroupingAuditSink, RecordLog } from './AuditSink';

/** A log whose transactions end when the test says so. */
function slowLog() {
  const groups: string[][] = [];
  const endings: Array<(error?: Error) => void> = [];
  const log: RecordLog = {
    append: (records: NewRecord[]) => {
      groups.push(records.map(one => one.reason!));
      return new Promise((resolve, reject) =>
        endings.push(error => (error ? reject(error) : resolve())),
      );
    },
  };
  const end = async (error?: Error) => {
    endings.shift()!(error);
    await new Promise(setImmediate);
  };
  return { log, groups, end };
}

const named = (reason: string) => record({ reason });

describe('the audit sink', () => {
  it('resolves a write only when its record is stored for good', async () => {
    const { log, end } = slowLog();
    const sink = new GroupingAuditSink();
    sink.open(log);
    let stored = false;
    const written = sink.write(named('a')).then(() => {
      stored = true;
    });
    await new Promise(setImmediate);
    expect(stored).toBe(false);
    await end();
    await written;
    expect(stored).toBe(true);
  });

  it('stores together what arrives while a transaction is under way, in order', async () => {
    const { log, groups, end } = slowLog();
    const sink = new GroupingAuditSink();
    sink.open(log);
    const written = ['a', 'b', 'c'].map(name => sink.write(named(name)));
    await end();
    await end();
    await Promise.all(written);
    expect(groups).toEqual([['a'], ['b', 'c']]);
  });

  it('holds what comes before the log is open, and stores it then', async () => {
    const { log, groups, end } = slowLog();
    const sink = new GroupingAuditSink();
    const written = [sink.write(named('a')), sink.write(named('b'))];
    sink.open(log);
    await end();
    await Promise.all(written);
    expect(groups).toEqual([['a', 'b']]);
  });

  it('refuses a record when the log does not open in time', async () => {
    const sink = new GroupingAuditSink({ patienceMs: 5 });
    await expect(sink.write(named('a'))).rejects.toThrow(
      'The audit log cannot be written: the plugin sphera-audit has not started',
    );
  });

  it('refuses a record when the database does not answer in time', async () => {
    const { log } = slowLog();
    const sink = new GroupingAuditSink({ patienceMs: 5 });
    sink.open(log);
    await expect(sink.write(named('a'))).rejects.toThrow(
      'the database did not answer',
    );
  });

  it('refuses a record when too many wait already, and does not lose those', async () => {
    const { log, groups, end } = slowLog();
    const sink = new GroupingAuditSink({ waiting: 2 });
    const written = [sink.write(named('a')), sink.write(named('b'))];
    await expect(sink.write(named('c'))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    sink.open(log);
    await end();
    await Promise.all(written);
    expect(groups).toEqual([['a', 'b']]);
  });

  it('tells the writers of a group that failed, and goes on with the next', async () => {
    const { log, groups, end } = slowLog();
    const sink = new GroupingAuditSink();
    sink.open(log);
    const failed = sink.write(named('a')).catch(error => error.message);
    const written = sink.write(named('b'));
    await end(new Error('disk full'));
    expect(await failed).toBe('disk full');
    await end();
    await written;
    expect(groups).toEqual([['a'], ['b']]);
  });
});
