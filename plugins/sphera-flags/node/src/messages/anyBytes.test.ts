import { createHash } from 'node:crypto';
import type { ReceivedRecord } from '../bus/Bus';
import {
  createSigningKeys,
  createVerifier,
  SIGNATURE_HEADER,
} from '../signing';
import { received, reports, wish } from './__testUtils__/messages';
import type { Report } from './Report';
import { readReport, reportRecord } from './reportRecord';
import { readWish, wishRecord } from './wishRecord';

const ROUNDS = 1_000;
const ODD: unknown[] = [
  ...[null, true, -1, 0, 1.5, 2 ** 53, '', ' ', '\u0000', '\ud800', '💥'],
  ...[[], {}, [[]], { __proto__: 1 }, '__proto__', 'constructor', 'a/b'],
  ...[JSON.parse('{"__proto__":{"version":1}}'), 'x'.repeat(10_000)],
];

/** Numbers from 0 up to but not 1, the same for the same seed. */
function chance(seed: number): () => number {
  let count = 0;
  return () =>
    createHash('sha256').update(`${seed}/${count++}`).digest().readUInt32BE(0) /
    2 ** 32;
}

/** Changes something somewhere in a JSON value. */
function spoiled(value: unknown, random: () => number): unknown {
  const pick = <T>(all: T[]) => all[Math.floor(random() * all.length)];
  if (typeof value !== 'object' || value === null || random() < 0.2) {
    return pick(ODD);
  }
  const copy: any = Array.isArray(value) ? [...value] : { ...value };
  const key = pick(Object.keys(copy)) ?? 'more';
  const kind = random();
  if (kind < 0.2) delete copy[key];
  else if (kind < 0.3) copy[String(pick(ODD))] = pick(ODD);
  else copy[key] = spoiled(copy[key], random);
  return copy;
}

/** Cuts, doubles or garbles a text. */
function garbled(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  const kind = random();
  if (kind < 0.3) return text.slice(0, at);
  if (kind < 0.5) return text.slice(0, at) + text;
  const letter = String.fromCharCode(Math.floor(random() * 0x10000));
  return text.slice(0, at) + letter + text.slice(at + 1);
}

function* spoiledRecords(seed: number): Generator<ReceivedRecord> {
  const random = chance(seed);
  const good = [wishRecord(wish), ...Object.values(reports).map(reportRecord)];
  for (let round = 0; round < ROUNDS; round++) {
    const { key, value } = good[round % good.length];
    const isGarbled = random() < 0.3;
    yield received({
      key: random() < 0.1 ? garbled(key, random) : key,
      value: isGarbled
        ? garbled(value, random)
        : JSON.stringify(spoiled(JSON.parse(value), random)),
      headers:
        random() < 0.3
          ? { [SIGNATURE_HEADER]: garbled('portal:AAAA', random) }
          : {},
    });
  }
}

const isSentence = (text: unknown) =>
  typeof text === 'string' && text.length > 5 && text.length <= 500;

/** How many are refused; each is, with a sentence, or is good. */
function refusedOf<T extends object>(
  seed: number,
  read: (record: ReceivedRecord) => T | { problem: string },
  isGood: (answer: T, record: ReceivedRecord) => boolean,
): number {
  let refused = 0;
  for (const record of spoiledRecords(seed)) {
    const answer = read(record);
    const isRefused = 'problem' in answer;
    if (isRefused) refused += 1;
    const isRight = isRefused
      ? isSentence(answer.problem)
      : isGood(answer, record);
    if (!isRight) {
      throw new Error(
        `${record.key} ${record.value}: ${Object.values(answer)}`,
      );
    }
  }
  return refused;
}

describe('Whatever bytes come in', () => {
  const verifier = createVerifier([{ key: 'portal', ...createSigningKeys() }]);

  it.each([1, 2, 3])('a wish is read or refused with a sentence (%i)', seed => {
    const refused = refusedOf(
      seed,
      record => readWish(record),
      (_, record) => record.key === 'production-eu/new-checkout',
    );
    expect(refused).toBeGreaterThan(ROUNDS / 2);
  });

  it('no wish is taken that is not signed, where it has to be', () => {
    const refused = refusedOf(
      4,
      record => readWish(record, verifier),
      () => false,
    );
    expect(refused).toBe(ROUNDS);
  });

  it.each([5, 6, 7])(
    'a report is read or refused with a sentence (%i)',
    seed => {
      const refused = refusedOf(
        seed,
        readReport,
        ({ report }: { report: Report }, { key }) => report.cluster === key,
      );
      expect(refused).toBeGreaterThan(ROUNDS / 4);
      expect(refused).toBeLessThan(ROUNDS);
    },
  );
});
