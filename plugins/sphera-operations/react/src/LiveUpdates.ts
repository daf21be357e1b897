import { SignalApi } from '@backstage/plugin-signals-react';
import { Target } from '@sphera/plugin-operations-common';
import { QueryClient } from '@tanstack/react-query';
import { isRefusal } from './messages';

interface Channel {
  listeners: number;
  unsubscribe(): void;
}

/**
 * Keeps the answers of each plugin fresh while a page looks at them: a signal on
 * the channel named after the plugin makes its answers stale. One subscription a
 * plugin, however many components listen.
 *
 * The signals API does not tell when its socket breaks, and does not always mend
 * it. So when a plugin answers again after it could not be reached, its channel is
 * opened anew and everything it said before counts as stale.
 */
export class LiveUpdates {
  private readonly channels = new Map<string, Channel>();
  private readonly unreachable = new Set<string>();

  constructor(
    private readonly cache: QueryClient,
    private readonly signals: SignalApi,
  ) {
    cache.getQueryCache().subscribe(event => {
      if (event.type !== 'updated') return;
      const plugin = String(event.query.queryKey[0]);
      const { action } = event;
      if (action.type === 'failed' && !isRefusal(action.error)) {
        this.unreachable.add(plugin);
      } else if (action.type === 'success' && this.unreachable.delete(plugin)) {
        this.reopen(plugin);
      }
    });
  }

  /** Listens for changes of a plugin until the returned function is called. */
  listen(plugin: string): () => void {
    const channel = this.channels.get(plugin) ?? this.open(plugin);
    channel.listeners += 1;
    return () => {
      channel.listeners -= 1;
      if (channel.listeners > 0) return;
      this.channels.delete(plugin);
      channel.unsubscribe();
    };
  }

  private open(plugin: string): Channel {
    const channel = { listeners: 0, ...this.subscribe(plugin) };
    this.channels.set(plugin, channel);
    return channel;
  }

  private reopen(plugin: string) {
    const channel = this.channels.get(plugin);
    if (!channel) return;
    channel.unsubscribe();
    Object.assign(channel, this.subscribe(plugin));
    this.refresh(plugin);
  }

  private subscribe(plugin: string): Pick<Channel, 'unsubscribe'> {
    const subscriber = this.signals.subscribe(plugin, changed =>
      this.refresh(plugin, changed as Target),
    );
    return { unsubscribe: () => subscriber.unsubscribe() };
  }

  private refresh(plugin: string, changed: Target = {}) {
    void this.cache.invalidateQueries({
      queryKey: [plugin],
      predicate: ({ queryKey }) => mayConcern(queryKey.at(-1), changed),
    });
  }
}

const PLACES = ['service', 'environment', 'region', 'cluster'] as const;

/** Whether the answer to a question may be another one since something changed there. A service may be asked for by its bare name. */
function mayConcern(input: unknown, changed: Target): boolean {
  const asked = (input ?? {}) as Target;
  return PLACES.every(
    place =>
      asked[place] === undefined ||
      changed[place] === undefined ||
      changed[place].endsWith(asked[place]),
  );
}

const updates = new WeakMap<QueryClient, LiveUpdates>();

/** The live updates of a cache; made when first asked for. */
export function liveUpdatesOf(
  cache: QueryClient,
  signals: SignalApi,
): LiveUpdates {
  const known = updates.get(cache);
  if (known) return known;
  const made = new LiveUpdates(cache, signals);
  updates.set(cache, made);
  return made;
}
