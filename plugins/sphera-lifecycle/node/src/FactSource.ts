import type { ServiceEntry } from '@sphera/plugin-operations-node';

/** What a source can say. */
export interface FactDescription {
  /** Like `main-build-passed` or `healthy-in:staging`; what steps in the configuration name. */
  id: string;
  /** For people, like `Last build of main passed`. */
  title: string;
}

/** What was seen of one fact. */
export interface SeenFact {
  holds: boolean;
  /** What was seen, in words, without full stop; never a secret. */
  sentence: string;
  /** Where one sees it oneself: an address, or a path of the portal. */
  link?: { title: string; url: string };
}

/** What was seen of one service by fact id, or why one could not look; a fact that is left out is not known. */
export type Seen =
  | { facts: Readonly<Record<string, SeenFact>> }
  | { failed: string };

/**
 * Where facts come from: one outside system, or one capability.
 *
 * @example
 * ```ts
 * lifecycle.addSource({
 *   id: 'images',
 *   title: 'Image registry',
 *   facts: [{ id: 'image-pushed', title: 'An image was pushed' }],
 *   lookEvery: 300_000,
 *   look: async services => new Map(
 *     await Promise.all(services.map(async service => [service.ref, await imageOf(service)] as const)),
 *   ),
 * });
 * ```
 */
export interface FactSource {
  /** Kebab-case. */
  id: string;
  /** For people: `GitHub`. */
  title: string;
  facts: readonly FactDescription[];
  /** How often all services are looked at, in milliseconds. */
  lookEvery: number;
  /**
   * Looks at services. Where it throws, or takes longer than half a minute, the facts of all
   * of them stay what they were, marked; the same for one service of which it says `failed`.
   */
  look(
    services: readonly ServiceEntry[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Seen>>;
  /**
   * Called once, with a function to call when something new may be seen: of the named
   * services, or of all. As often as one likes: it is looked once for many calls.
   */
  onChange?(changed: (services?: readonly string[]) => void): void;
}
