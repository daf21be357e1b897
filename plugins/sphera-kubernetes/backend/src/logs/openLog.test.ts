import { Readable } from 'node:stream';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { openLog } from './openLog';

/** A log that is followed: some lines, then silence until the signal. */
const followed = (lines: string[], ended: () => void = () => {}) =>
  async function* read(signal: AbortSignal) {
    try {
      yield* lines;
      await new Promise<void>(resolve => {
        signal.addEventListener('abort', () => resolve());
        if (signal.aborted) resolve();
      });
    } finally {
      ended();
    }
  };

async function all(pieces: AsyncIterable<string>) {
  const read: string[] = [];
  for await (const piece of pieces) read.push(piece);
  return read;
}

describe('a log', () => {
  afterEach(() => jest.useRealTimers());

  it('is sent line by line to its end', async () => {
    const pieces = await openLog(async function* read() {
      yield '2026-11-24T12:00:00Z one';
      yield '2026-11-24T12:00:01Z two';
    });
    expect(await all(pieces)).toEqual([
      '2026-11-24T12:00:00Z one\n',
      '2026-11-24T12:00:01Z two\n',
    ]);
  });

  it('that cannot be read is an error, not an empty answer', async () => {
    await expect(
      openLog(async function* read() {
        yield* [await Promise.reject(new Error('no such pod'))];
      }),
    ).rejects.toThrow('no such pod');
  });

  it('that breaks off says so in its last line', async () => {
    const pieces = await openLog(async function* read() {
      yield 'one';
      throw new Error('the cluster is gone');
    });
    expect((await all(pieces))[1]).toMatch(
      /^\S+Z \[portal\] The log cannot be read any further: the cluster is gone\n$/,
    );
  });

  it('is let go of at once when nobody listens any more, also while no line comes', async () => {
    const ended = jest.fn();
    const stream = Readable.from(await openLog(followed(['one'], ended)));
    await new Promise(resolve => stream.once('data', resolve));
    stream.destroy();
    await eventually(() => expect(ended).toHaveBeenCalledTimes(1));
  });

  it('is let go of also where the connection broke, or nobody began to listen', async () => {
    const ended = jest.fn();
    const broken = Readable.from(await openLog(followed(['one'], ended)));
    await new Promise(resolve => broken.once('data', resolve));
    broken.on('error', () => {});
    broken.destroy(new Error('reset'));
    await eventually(() => expect(ended).toHaveBeenCalledTimes(1));

    const unheard = Readable.from(await openLog(followed([], ended)));
    unheard.resume();
    await new Promise(resolve => setTimeout(resolve, 50));
    unheard.destroy();
    await eventually(() => expect(ended).toHaveBeenCalledTimes(2));
  });

  it('begins at once where no line comes for long', async () => {
    jest.useFakeTimers();
    const opened = openLog(followed([]));
    await jest.advanceTimersByTimeAsync(1_500);
    expect(await opened).toBeDefined();
  });

  it('ends after half an hour and says so', async () => {
    jest.useFakeTimers();
    const reading = all(await openLog(followed(['one'])));
    await jest.advanceTimersByTimeAsync(30 * 60_000);
    expect((await reading)[1]).toMatch(/followed for half an hour/);
  });

  it('is cut where a line is very long', async () => {
    const pieces = await openLog(async function* read() {
      yield 'x'.repeat(20_000);
    });
    const [line] = await all(pieces);
    expect(line).toMatch(
      /^x{16384}… \(cut: the line has 20000 characters\)\n$/,
    );
  });
});
