import { timestamp } from '../../kubernetes/clock';
import type { Delivery } from '../hooks/Hook';

/** A delivery; with what was sent and answered, where it is asked for alone. */
export function deliveryBody(delivery: Delivery, isWhole = false): object {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: timestamp(delivery.at),
    redelivery: delivery.isRedelivery,
    duration: Math.round(delivery.duration) / 1_000,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    ...(isWhole && { request: delivery.request, response: delivery.response }),
  };
}
