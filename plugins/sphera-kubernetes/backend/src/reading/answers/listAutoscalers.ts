import type { Autoscaler } from '@sphera/plugin-kubernetes-common';
import type { OwnedDeployment } from '../../fleet/FleetMemory';
import type { AutoscalerRecord } from '../../fleet/records';
import { toAutoscaler } from '../autoscalers/toAutoscaler';
import { Dates } from '../Dates';
import {
  Page,
  pageOfGroups,
  PageQuestion,
} from '@sphera/plugin-operations-node';
import type { ReadingParts } from '../ReadingParts';
import type { Where } from '../where';
import { deploymentsAskedFor } from './viewed';

type Parts = Pick<ReadingParts, 'memory' | 'views' | 'directory' | 'deeds'>;

/** The autoscalers of services, by deployment. @throws FieldError for a wrong cursor */
export async function listAutoscalers(
  parts: Parts,
  question: Where & PageQuestion,
): Promise<Page<Autoscaler>> {
  const groups = deploymentsAskedFor(parts, question).map(
    ({ owned, autoscalers }) => ({
      count: autoscalers,
      items: () =>
        parts.memory
          .autoscalersOf(owned)
          .map(autoscaler => ({ owned, autoscaler })),
    }),
  );
  const page = pageOfGroups(
    'autoscalers',
    groups,
    question,
    ({ owned, autoscaler }) => answerAutoscaler(parts, owned, autoscaler),
  );
  return { ...page, items: await Promise.all(page.items) };
}

/** One autoscaler as answers have it, with what the guardrails allow and what was set through the portal. */
export async function answerAutoscaler(
  { memory, directory, deeds }: Omit<Parts, 'views'>,
  owned: OwnedDeployment,
  autoscaler: AutoscalerRecord,
): Promise<Autoscaler> {
  const service = await directory.get(owned.service);
  const answer = toAutoscaler(owned, autoscaler, {
    allowed: deeds.allowed(owned, autoscaler, service?.owners ?? []),
    override: await deeds.override(owned, autoscaler),
  });
  return new Dates(memory).date(answer);
}
