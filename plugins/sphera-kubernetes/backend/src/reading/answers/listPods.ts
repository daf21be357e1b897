import type { Pod } from '@sphera/plugin-kubernetes-common';
import { Dates } from '../Dates';
import {
  Page,
  pageOfGroups,
  PageQuestion,
} from '@sphera/plugin-operations-node';
import { toPod } from '../pods/toPod';
import type { ReadingParts } from '../ReadingParts';
import type { Where } from '../where';
import { deploymentsAskedFor } from './viewed';

/** The pods of services, by deployment, the oldest first. @throws FieldError for a wrong cursor */
export function listPods(
  parts: Pick<ReadingParts, 'memory' | 'views' | 'now'>,
  question: Where & PageQuestion,
): Page<Pod> {
  const { memory } = parts;
  const dates = new Dates(memory);
  const now = parts.now();
  const groups = deploymentsAskedFor(parts, question).map(
    ({ owned, pods }) => ({
      count: pods,
      items: () => memory.podsOf(owned).map(pod => ({ owned, pod })),
    }),
  );
  return pageOfGroups('pods', groups, question, ({ owned, pod }) =>
    dates.date(toPod(owned, pod, { events: memory.eventsOf(owned), now })),
  );
}
