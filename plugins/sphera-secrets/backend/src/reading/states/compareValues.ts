import type { Fingerprint, SecretRecord } from '../../records/SecretRecord';

/** How the value of one record is to those of the others. */
export type Verdict = 'right' | 'stale' | 'different';

type Compared = SecretRecord & { fingerprint: Fingerprint };

interface Holders {
  digest: string;
  count: number;
  changedAt: number;
}

/**
 * Which of an environment's values are the same, and which of them counts as right:
 * the one that most regions hold, of as many the latest changed. Another is stale where a
 * region with a different value held it before.
 * @returns for each record its verdict; `undefined` where there is none or it cannot be compared
 */
export function compareValues(
  records: ReadonlyArray<SecretRecord | undefined>,
): Array<Verdict | undefined> {
  const compared = comparable(records);
  const [first] = compared;
  const judge = compared.every(one => holdsThatOf(one, first))
    ? () => 'right' as const
    : judgeAmong(compared);
  return records.map(record =>
    isComparable(record) && isKeyOf(record, first) ? judge(record) : undefined,
  );
}

/** Whether two records hold the same value; `undefined` where that cannot be told. */
export function haveSameValue(
  one: SecretRecord,
  other: SecretRecord,
): boolean | undefined {
  if (!isComparable(one) || !isComparable(other)) return undefined;
  return isKeyOf(one, other) ? holdsThatOf(one, other) : undefined;
}

/** While keys are being replaced, only those under the key that most have. */
function comparable(
  records: ReadonlyArray<SecretRecord | undefined>,
): Compared[] {
  const known = records.filter(isComparable);
  if (known.every(one => isKeyOf(one, known[0]))) return known;
  const counts = new Map<string, number>();
  for (const { fingerprint } of known) {
    counts.set(fingerprint.keyId, (counts.get(fingerprint.keyId) ?? 0) + 1);
  }
  const [[key]] = [...counts].sort(([, a], [, b]) => b - a);
  return known.filter(({ fingerprint }) => fingerprint.keyId === key);
}

/** Whether it is there, not deleted, and known which value it holds now. */
function isComparable(record: SecretRecord | undefined): record is Compared {
  return (
    record?.fingerprint !== undefined &&
    record.deletedAt === undefined &&
    record.fingerprint.versionId === record.versionId
  );
}

function isKeyOf(one: Compared, other: Compared): boolean {
  return one.fingerprint.keyId === other.fingerprint.keyId;
}

function holdsThatOf(one: Compared, other: Compared): boolean {
  return one.fingerprint.digest === other.fingerprint.digest;
}

function judgeAmong(
  compared: readonly Compared[],
): (record: Compared) => Verdict {
  const values = holdersOf(compared);
  const right = commonest(values);
  return ({ fingerprint: { digest } }) => {
    if (digest === right.digest) return 'right';
    return isLeftBehind(digest, compared) ? 'stale' : 'different';
  };
}

function holdersOf(records: readonly Compared[]): Holders[] {
  const values = new Map<string, Holders>();
  for (const { fingerprint, changedAt = 0 } of records) {
    const { digest } = fingerprint;
    const value = values.get(digest) ?? { digest, count: 0, changedAt };
    value.count += 1;
    value.changedAt = Math.max(value.changedAt, changedAt);
    values.set(digest, value);
  }
  return [...values.values()];
}

function isLeftBehind(digest: string, records: readonly Compared[]): boolean {
  return records.some(
    ({ fingerprint, earlier }) =>
      fingerprint.digest !== digest &&
      earlier.some(
        one => one.keyId === fingerprint.keyId && one.digest === digest,
      ),
  );
}

function commonest(values: readonly Holders[]): Holders {
  return values.reduce((best, one) => {
    if (one.count !== best.count) return one.count > best.count ? one : best;
    return one.changedAt > best.changedAt ? one : best;
  });
}
