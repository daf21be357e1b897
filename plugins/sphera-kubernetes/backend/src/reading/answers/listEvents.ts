import type { ClusterEvent } from '@sphera/plugin-kubernetes-common';
import { Dates } from '../Dates';
import { Page, pageOfList, PageQuestion } from '@sphera/plugin-operations-node';
import type { ReadingParts } from '../ReadingParts';
import { toEvent } from '../toEvent';
import type { Where } from '../where';
import { deploymentsAskedFor } from './viewed';

/** What Kubernetes noted lately, the newest first. @throws FieldError for a wrong cursor */
export function listEvents(
  parts: Pick<ReadingParts, 'memory' | 'views'>,
  question: Where & PageQuestion & { severity?: 'normal' | 'warning' },
): Page<ClusterEvent> {
  const { severity } = question;
  const dates = new Dates(parts.memory);
  const events = deploymentsAskedFor(parts, question)
    .flatMap(({ owned }) =>
      parts.memory.eventsOf(owned).map(event => ({ owned, event })),
    )
    .filter(
      ({ event }) =>
        severity === undefined || event.warning === (severity === 'warning'),
    )
    .sort((a, b) => b.event.lastAt - a.event.lastAt);
  return pageOfList('events', events, question, ({ owned, event }) =>
    dates.date(toEvent(owned, event)),
  );
}
