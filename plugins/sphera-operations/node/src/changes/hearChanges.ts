import type { EventsService } from '@backstage/plugin-events-node';
import type { Clock, Target } from '@sphera/plugin-operations-common';
import { atMostEvery } from '../time/atMostEvery';
import { CHANGES_TOPIC } from './passOnChanges';

/**
 * Hears of changes that another capability made or saw: at once after a quiet time, else at most every so often.
 * @param changed - called with the services concerned, or without where it may be any
 */
export function hearChanges(
  changed: (services?: readonly string[]) => void,
  about: {
    /** Of the subscription: no other of this process may have it. */
    id: string;
    /** Whose changes: `sphera-kubernetes`. */
    plugin: string;
    /** In milliseconds. */
    every: number;
    /** Absent: all of them. */
    concerns?: (change: Target) => boolean;
    events: Pick<EventsService, 'subscribe'>;
    clock: Clock;
  },
): void {
  const { id, plugin, every, concerns = () => true, events, clock } = about;
  let services = new Set<string>();
  let isAll = false;

  const tell = atMostEvery(
    every,
    () => {
      const told = isAll ? undefined : [...services];
      services = new Set();
      isAll = false;
      changed(told);
    },
    clock,
  );

  void events.subscribe({
    id,
    topics: [CHANGES_TOPIC],
    async onEvent({ eventPayload }) {
      const change = eventPayload as Target & { plugin: string };
      if (change.plugin !== plugin || !concerns(change)) return;
      if (change.service === undefined) isAll = true;
      else services.add(change.service);
      tell();
    },
  });
}
