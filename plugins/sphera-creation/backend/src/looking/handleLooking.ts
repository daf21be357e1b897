import { NotFoundError } from '@backstage/errors';
import {
  checkName,
  getCreation,
  listCreations,
  planCreation,
} from '@sphera/plugin-creation-common';
import { offsetOf, pageOfPart } from '@sphera/plugin-operations-node';
import type { ActingParts } from '../acting/ActingParts';
import { canonicalDraft } from '../creations/canonicalDraft';
import { toAnswer } from '../creations/toAnswer';
import { NameChecks } from './NameChecks';
import { planItems } from './planItems';
import { problemsOf, sentenceOf } from './problemsOf';

/** Opens the doors of the operations that look. */
export function handleLooking(parts: ActingParts): void {
  const { operations, store } = parts;
  const names = new NameChecks(parts);

  operations.handle(checkName, async ({ input }) => names.check(input.name));

  operations.handle(planCreation, async ({ input }) => {
    const draft = canonicalDraft(input);
    const [items, problems] = await Promise.all([
      planItems(parts, draft),
      problemsOf(parts, draft),
    ]);
    return {
      items,
      problems: problems.map(problem => ({
        field: problem.field,
        sentence: sentenceOf(problem),
      })),
    };
  });

  operations.handle(getCreation, async ({ input: { creation: id } }) => {
    const creation = await store.get(id);
    if (!creation) throw new NotFoundError(`There is no creation ${id}`);
    return toAnswer(creation);
  });

  operations.handle(listCreations, async ({ input }) => {
    const { state, name, ...question } = input;
    const query = { state, name };
    const [part, totalItems] = await Promise.all([
      store.list(query, {
        limit: question.limit,
        offset: offsetOf('creations', question),
      }),
      store.count(query),
    ]);
    return pageOfPart('creations', { part, totalItems }, question, toAnswer);
  });
}
