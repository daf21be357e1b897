import type { Deployment } from '@sphera/plugin-kubernetes-common';
import { Dates } from '../Dates';
import { Page, pageOfList, PageQuestion } from '@sphera/plugin-operations-node';
import type { ReadingParts } from '../ReadingParts';
import type { Where } from '../where';
import { deploymentsAskedFor } from './viewed';

/** What runs where. @throws FieldError for a wrong cursor */
export function listDeployments(
  parts: Pick<ReadingParts, 'memory' | 'views'>,
  question: Where & PageQuestion,
): Page<Deployment> {
  const dates = new Dates(parts.memory);
  return pageOfList(
    'deployments',
    deploymentsAskedFor(parts, question),
    question,
    ({ answer }) => dates.date(answer),
  );
}
