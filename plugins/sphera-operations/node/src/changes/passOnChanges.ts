import type { EventsService } from '@backstage/plugin-events-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import type { ChangeFeed } from './ChangeFeed';

/** Topic on which other plugins of this process hear of changes: `{ plugin, operation?, service?, … }`. */
export const CHANGES_TOPIC = 'sphera.changes';

/** Tells open pages (signal on the channel named like the plugin) and the process's other plugins of each change. */
export function passOnChanges(
  plugin: string,
  changes: ChangeFeed,
  to: { events: EventsService; signals: SignalsService },
): void {
  changes.subscribe(({ isFromElsewhere: _, ...change }) => {
    const message = { ...change } as JsonObject;
    const channel = plugin;
    // Both are for looking sooner; whoever misses one sees the change at the next look.
    void to.signals
      .publish({ recipients: { type: 'broadcast' }, channel, message })
      .catch(() => {});
    void to.events
      .publish({ topic: CHANGES_TOPIC, eventPayload: { plugin, ...change } })
      .catch(() => {});
  });
}
