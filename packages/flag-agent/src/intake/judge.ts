import {
  parseCommandKey,
  readWish,
  type ReceivedRecord,
  type Verifier,
  type Wish,
} from '@sphera/plugin-flags-node';
import type { ReportOf } from '../reports/ReportBody';

/** What a command comes to for the agent of one cluster. */
export type Verdict =
  /** Another cluster's. */
  | { kind: 'elsewhere' }
  | { kind: 'wish'; wish: Wish }
  | ReportOf<'refusal'>
  | ReportOf<'unreadable'>;

const sentence = (problem: string) =>
  problem.charAt(0).toUpperCase() + problem.slice(1);

/** Reads a command; never throws. Whether flagd can use the definition is not looked at. */
export function judge(
  record: ReceivedRecord,
  cluster: string,
  verifier?: Verifier,
): Verdict {
  const key = parseCommandKey(record.key);
  if (key && key.cluster !== cluster) return { kind: 'elsewhere' };
  const read = readWish(record, verifier);
  if ('wish' in read) return { kind: 'wish', wish: read.wish };
  const reason = sentence(read.problem);
  const { flag, revision } = read;
  if (flag !== undefined && revision !== undefined) {
    return { kind: 'refusal', flag, revision, reason };
  }
  return {
    kind: 'unreadable',
    partition: record.partition,
    offset: String(record.offset),
    ...(record.key !== null && { key: record.key }),
    reason,
  };
}
