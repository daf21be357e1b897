import { received, reports } from './__testUtils__/messages';
import type { Report } from './Report';
import { readReport, reportRecord } from './reportRecord';

const read = (value: unknown, key: string | null = 'production-eu') =>
  readReport(received({ key, value: JSON.stringify(value) }));

describe('A report', () => {
  it.each(Object.keys(reports) as Array<Report['kind']>)(
    'of the kind %s travels as a record and is the same at the other end',
    kind => {
      const record = reportRecord(reports[kind]);
      expect(record.key).toBe('production-eu');
      expect(readReport(received(record))).toEqual({ report: reports[kind] });
    },
  );

  it.each([['staging-eu'], [null]])('under the key %p is refused', key => {
    expect(read(reports.heartbeat, key)).toEqual({
      problem:
        'its value is a report of production-eu, and its key says another cluster',
    });
  });

  it('of a kind that nobody knows is refused', () => {
    expect(read({ ...reports.heartbeat, kind: 'weather' })).toMatchObject({
      problem: expect.stringContaining('kind: '),
    });
  });

  it('of another version says so in a sentence of its own', () => {
    expect(read({ version: 3, kind: 'weather' })).toEqual({
      problem:
        'it is of version 3 of the messages, and only version 1 is known here',
    });
  });

  it('of a newer agent that tells more is understood as far as it is known', () => {
    expect(read({ ...reports.heartbeat, weather: 'fine' })).toEqual({
      report: reports.heartbeat,
    });
  });

  it('with a sentence of any length is taken, the rest of it cut off', () => {
    expect(read({ ...reports.refusal, reason: 'no '.repeat(5_000) })).toEqual({
      report: { ...reports.refusal, reason: 'no '.repeat(667).slice(0, 2_000) },
    });
  });

  it.each([
    ['acknowledgement', { outcome: 'perhaps' }],
    ['acknowledgement', { sequence: 1.5 }],
    ['acknowledgement', { revision: 2 ** 60 }],
    ['refusal', { flag: 'x'.repeat(201) }],
    ['snapshot', { flags: [{ flag: 'new-checkout' }] }],
    ['heartbeat', { startedAt: 'yesterday' }],
    ['unreadable', { offset: '-1' }],
  ] as const)('of the kind %s with %j is refused', (kind, change) => {
    expect(read({ ...reports[kind], ...change })).toMatchObject({
      problem: expect.stringContaining(Object.keys(change)[0]),
    });
  });
});
