import { duration } from '@sphera/plugin-operations-node';
import type { AssessedCell, AssessedEnvironment } from './Assessment';
import { hasCome } from './datesOf';
import {
  ago,
  deletionSentence,
  driftSentence,
  type Words,
} from './driftSentences';

/** What is wrong with one secret in one place and what would be right; nothing where all is well. */
export function cellSentence(
  cell: AssessedCell,
  environment: AssessedEnvironment,
  words: Words,
): string | undefined {
  if (cell.drift) return driftSentence([cell], environment, words);
  switch (cell.state) {
    case 'unseen':
      return unseenSentence(cell, words);
    case 'pending-deletion':
      return deletionSentence(cell.record?.deletedAt, words);
    case 'not-to-standard':
      return cell.problems.join(' ');
    case 'present':
      return dateSentence(cell, words) ?? cell.record?.unreadable;
    case 'absent':
      return cell.isNeedless ? needlessSentence(cell, words) : undefined;
    default:
      return undefined;
  }
}

/** That a value should have been replaced, or is old. */
export function dateSentence(
  { overdueAt, oldAt, record }: AssessedCell,
  words: Pick<Words, 'now'>,
): string | undefined {
  if (overdueAt !== undefined && hasCome(overdueAt, words.now)) {
    return `Its value should have been replaced ${ago(overdueAt, words)}.`;
  }
  if (hasCome(oldAt, words.now)) {
    const since = record?.changedAt ?? record?.createdAt ?? words.now;
    return `It has not been changed for ${duration(words.now - since)}.`;
  }
  return undefined;
}

function needlessSentence({ place }: AssessedCell, words: Words): string {
  return `The service does not run in ${words.region(
    place.region,
  )}: it is not needed there.`;
}

function unseenSentence({ place }: AssessedCell, words: Words): string {
  const region = words.region(place.region);
  return place.problem
    ? `${region} could not be looked at yet: ${place.problem}`
    : `${region} has not been looked at yet.`;
}
