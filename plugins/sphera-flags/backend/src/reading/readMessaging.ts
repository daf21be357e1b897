import type { listSetAside, Messaging } from '@sphera/plugin-flags-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import {
  offsetOf,
  pageOfPart,
  type PageQuestion,
} from '@sphera/plugin-operations-node';
import { moment, momentOrNone } from './moment';
import type { ReadingParts } from './ReadingParts';

/** Whether Kafka can be reached, and what waits or was kept aside. */
export async function readMessaging({
  bus,
  stores,
}: Pick<ReadingParts, 'bus' | 'stores'>): Promise<Messaging> {
  const { state, problem, since } = bus.state;
  const [{ queued, oldestAt }, setAside] = await Promise.all([
    stores.outbox.size(),
    stores.reports.countAsides(),
  ]);
  return {
    state,
    problem,
    since: moment(since),
    queued,
    oldestQueuedAt: momentOrNone(oldestAt),
    setAside,
  };
}

/** Messages that could not be read, the newest first. */
export async function readSetAside(
  { stores }: Pick<ReadingParts, 'stores'>,
  question: PageQuestion,
): Promise<OutputOf<typeof listSetAside>> {
  const { limit } = question;
  const offset = offsetOf('set-aside', question);
  const [part, totalItems] = await Promise.all([
    stores.reports.asides({ limit, offset }),
    stores.reports.countAsides(),
  ]);
  return pageOfPart(
    'set-aside',
    { part, totalItems },
    question,
    ({ at, ...rest }) => ({ ...rest, at: moment(at) }),
  );
}
