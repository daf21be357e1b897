import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { JsonValue } from '@backstage/types';

/** What the value of some facts stands for in a filter. */
export interface FactChoice {
  /** Kebab-case: `staging`. */
  value: string;
  /** As people read it. */
  title: string;
  /** Where it stands among the choices, lowest first; those without one follow by title. */
  place?: number;
}

/**
 * What one capability says of services in the hub: its locks, its versions, its
 * drift. The hub keeps the values in memory, puts them into `facts.<id>` of each
 * row, and the capability's frontend draws them in a column of its own.
 *
 * @example
 * ```ts
 * hub.addFacts<Lock[]>({
 *   id: 'locks',
 *   forAll: async services => locksByService(await allLocks(), services),
 *   onChange: changed => void events.subscribe({
 *     id: 'sphera-services-locks',
 *     topics: [CHANGES_TOPIC],
 *     onEvent: async ({ eventPayload }) => {
 *       if ((eventPayload as Change).plugin === 'sphera-locks') changed();
 *     },
 *   }),
 *   sortBy: locks => locks.length,
 *   filters: {
 *     locked: (locks, environment) =>
 *       locks.some(lock => !environment || !lock.environment || lock.environment === environment),
 *   },
 * });
 * ```
 */
export interface ServiceFacts<V extends JsonValue = JsonValue> {
  /** Kebab-case; the key in `facts`, and what `orderBy` takes if there is a `sortBy`. */
  id: string;

  /**
   * The value of every service, by entity ref. A service of which there is
   * nothing to say is left out. Asked for all at once: when a change was told, when
   * the catalog changed, and every few seconds besides.
   *
   * Where it throws, or takes longer than ten seconds, the rows keep the values
   * they had and `staleFacts` of the answer names them.
   */
  forAll(services: ServiceEntry[]): Promise<ReadonlyMap<string, V>>;

  /**
   * Called once, with a function to call whenever `forAll` may answer something
   * new. It may be called as often as one likes: the hub asks once for many calls.
   */
  onChange?(changed: () => void): void;

  /** What to sort rows by; without it, `orderBy` does not take these facts. */
  sortBy?(value: V): string | number;

  /** What services can be narrowed to by a value, as `facts: ['<id>:<value>']`; nothing: this one is no choice. */
  choiceOf?(value: V): FactChoice | undefined;

  /** What the filters of `list-services` make of a value; services without one match none. */
  filters?: {
    /** Whether it means that the service is locked, in the environment where one is given. */
    locked?(value: V, environment?: string): boolean;
  };
}
