import type { ReceivedRecord, SentRecord } from '../bus/Bus';
import type { Verifier } from '../signing/Verifier';
import { commandKey, parseCommandKey } from './commandKey';
import { parseJson } from './parseJson';
import { readValue } from './readValue';
import { type Wish, wishSchema } from './Wish';

/** What a record of the topic of commands comes to. */
export type ReadWish =
  | { wish: Wish }
  /** One sentence; whose it would be where the key tells, and which one where the value does, believed or not. */
  | { problem: string; cluster?: string; flag?: string; revision?: number };

function revisionIn(text: string | null): { revision?: number } {
  const parsed = parseJson(text ?? 'null');
  if ('problem' in parsed) return {};
  const { revision } = Object(parsed.value) as { revision?: unknown };
  return typeof revision === 'number' &&
    Number.isSafeInteger(revision) &&
    revision > 0
    ? { revision }
    : {};
}

/** The record that carries a wish, not signed. */
export function wishRecord(wish: Wish): SentRecord {
  return {
    key: commandKey(wish.cluster, wish.flag),
    value: JSON.stringify(wish),
  };
}

/**
 * Reads a record of the topic of commands; never throws. It tells nothing of whether flagd can do something with the
 * definition: that is `checkDefinition`.
 * @param verifier - what is not signed as it wants it is a problem
 */
export function readWish(
  record: ReceivedRecord,
  verifier?: Verifier,
): ReadWish {
  const whose = parseCommandKey(record.key);
  if (!whose) {
    return { problem: 'its key must be a cluster and a flag: cluster/flag' };
  }
  const wrong = (problem: string) => ({
    problem,
    ...whose,
    ...revisionIn(record.value),
  });
  const unsigned = verifier?.check(record);
  if (unsigned !== undefined) return wrong(unsigned);
  const read = readValue(record.value, wishSchema);
  if ('problem' in read) return wrong(read.problem);
  const { value: wish } = read;
  if (wish.cluster !== whose.cluster || wish.flag !== whose.flag) {
    return wrong(
      `its value is a wish for ${wish.flag} in ${wish.cluster}, and its key says another one`,
    );
  }
  return { wish };
}
