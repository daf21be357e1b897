import { Continuation } from './Continuation';
import { readLogLine } from './logLine';

describe('A line of a log', () => {
  it('begins with its time', () => {
    expect(
      readLogLine('2026-11-24T12:00:01.123456789Z GET /quotes 200'),
    ).toEqual({
      at: '2026-11-24T12:00:01.123456789Z',
      text: 'GET /quotes 200',
    });
  });

  it('may have none, and may be empty', () => {
    expect(readLogLine('no time')).toEqual({ at: '', text: 'no time' });
    expect(readLogLine('2026-11-24T12:00:01Z ')).toEqual({
      at: '2026-11-24T12:00:01Z',
      text: '',
    });
  });

  it.each([
    ['ERROR could not connect', 'error'],
    ['{"level":"error","msg":"no"}', 'error'],
    ['level=warning msg=slow', 'warning'],
    ['{"level": "warn"}', 'warning'],
    ['12:00 WARN slow', 'warning'],
    ['no error was found', undefined],
    ['GET /errors/ERRORS 200', undefined],
  ])('%p is marked %p', (text, level) => {
    expect(readLogLine(text).level).toBe(level);
  });
});

describe('Reading on', () => {
  const line = (at: string, text: string) => ({ at, text });

  it('leaves out what was there before, also within one moment', () => {
    const continuation = new Continuation();
    const first = [
      line('2026-11-24T12:00:01.5Z', 'a'),
      line('2026-11-24T12:00:01.55Z', 'b'),
    ];
    expect(continuation.next()(first)).toEqual(first);
    const more = [
      line('2026-11-24T12:00:01.55Z', 'c'),
      line('2026-11-24T12:00:01.6Z', 'd'),
    ];
    expect(continuation.next()([...first, ...more])).toEqual(more);
  });

  it('keeps lines that are alike within one connection', () => {
    const twice = [
      line('2026-11-24T12:00:01Z', 'tick'),
      line('2026-11-24T12:00:01Z', 'tick'),
    ];
    expect(new Continuation().next()(twice)).toEqual(twice);
  });
});
