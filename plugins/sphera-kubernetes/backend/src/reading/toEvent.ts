import type { ClusterEvent } from '@sphera/plugin-kubernetes-common';
import type { OwnedDeployment } from '../fleet/FleetMemory';
import type { EventRecord } from '../fleet/records';
import { placeOf, toMoment, Undated } from './place';

/** Something that Kubernetes noted, as answers have it. */
export function toEvent(
  owned: OwnedDeployment,
  event: EventRecord,
): Undated<ClusterEvent> {
  return {
    ...placeOf(owned, event),
    deployment: owned.deployment.name,
    about: { kind: event.about.kind, name: event.about.name },
    severity: event.warning ? 'warning' : 'normal',
    reason: event.reason,
    message: event.message,
    count: event.count,
    firstAt: toMoment(event.firstAt),
    lastAt: toMoment(event.lastAt),
  };
}
