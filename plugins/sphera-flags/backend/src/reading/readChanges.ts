import type { FlagChange } from '@sphera/plugin-flags-common';
import {
  offsetOf,
  type Page,
  pageOfPart,
  type PageQuestion,
} from '@sphera/plugin-operations-node';
import type { ReadingParts } from './ReadingParts';

/** What was done, the newest first, with how far each cluster followed. */
export async function readChanges(
  { stores, answers }: Pick<ReadingParts, 'stores' | 'answers'>,
  question: PageQuestion & { flag?: string; service?: string },
): Promise<Page<FlagChange>> {
  const { flag, service, limit } = question;
  const query = { flag, service };
  const offset = offsetOf('changes', question);
  const [kept, totalItems] = await Promise.all([
    stores.changes.changes(query, { limit, offset }),
    stores.changes.countChanges(query),
  ]);
  const steps = await stores.changes.stepsOf(kept.map(({ id }) => id));
  const part = await answers.changes(kept, steps);
  return pageOfPart('changes', { part, totalItems }, question, one => one);
}
