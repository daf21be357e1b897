import { duration } from '@sphera/plugin-operations-node';
import { DRIFT_KINDS, type FindingKind } from '@sphera/plugin-secrets-common';
import { dayInWords } from '../moment';
import type { AssessedCell, AssessedEnvironment } from '../states/Assessment';
import { hasCome } from '../states/datesOf';
import { ago, driftSentence, type Words } from '../states/driftSentences';

/** How one kind of finding is found in the cells of one secret in one environment. */
export interface Kind {
  kind: FindingKind;
  isSo(cell: AssessedCell, now: number): boolean;
  since?(
    cell: AssessedCell,
    environment: AssessedEnvironment,
  ): number | undefined;
  sentence(
    cells: readonly AssessedCell[],
    environment: AssessedEnvironment,
    words: Words,
  ): string;
}

/** Every kind that secrets of services can have, in the order of answers. */
export const KINDS: readonly Kind[] = [
  ...DRIFT_KINDS.map(
    (kind): Kind => ({
      kind,
      isSo: cell => cell.drift === kind,
      since: ({ record }, { right }) =>
        kind === 'stale' ? right[0]?.record?.changedAt : record?.changedAt,
      sentence: driftSentence,
    }),
  ),
  {
    kind: 'not-to-standard',
    isSo: ({ problems }) => problems.length > 0,
    sentence: cells =>
      [...new Set(cells.flatMap(({ problems }) => problems))].join(' '),
  },
  {
    kind: 'overdue',
    isSo: ({ overdueAt }, now) => hasCome(overdueAt, now),
    since: ({ overdueAt }) => overdueAt,
    sentence: ([{ overdueAt }], _, words) =>
      `Its value should have been replaced by ${dayInWords(overdueAt!)}, ${ago(
        overdueAt!,
        words,
      )}.`,
  },
  {
    kind: 'old',
    isSo: ({ oldAt }, now) => hasCome(oldAt, now),
    since: ({ oldAt }) => oldAt,
    sentence: ([{ record }], _, { now }) =>
      `It has not been changed for ${duration(
        now - (record!.changedAt ?? record!.createdAt!),
      )}.`,
  },
  {
    kind: 'never-read',
    isSo: ({ unreadAt }, now) => hasCome(unreadAt, now),
    since: ({ unreadAt }) => unreadAt,
    sentence: ([{ record }], _, { now }) =>
      record!.readAt === undefined
        ? `It was never read since it was created ${duration(
            now - record!.createdAt!,
          )} ago: perhaps nobody needs it.`
        : `It was last read on ${dayInWords(
            record!.readAt,
          )}: perhaps nobody needs it.`,
  },
];
