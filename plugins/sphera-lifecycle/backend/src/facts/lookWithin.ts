import type { FactSource, Seen } from '@sphera/plugin-lifecycle-node';
import {
  type Clock,
  PublicError,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';

/** How long a source may take, in milliseconds. */
export const PATIENCE_MS = 30_000;
/** Sentences and links are for reading, also where a source repeats what somebody told it. */
const LONGEST = 500;
/** How many characters an address may have. */
const LONGEST_LINK = 2_000;

/**
 * Has a source look at services. Never throws: where it does not answer in time, or throws, that is what was seen of all
 * of them.
 */
export async function lookWithin(
  source: FactSource,
  services: readonly ServiceEntry[],
  {
    clock,
    signal,
    failed,
  }: {
    clock: Pick<Clock, 'after'>;
    /** Ends the look early. */
    signal: AbortSignal;
    /** Hears of what is no error for people, for the log. */
    failed: (error: unknown) => void;
  },
): Promise<Map<string, Seen>> {
  const seen = await askSource(source, services, { clock, signal, failed });
  return new Map(
    services.map(({ ref }) => {
      const one = seen instanceof Map ? seen.get(ref) : seen;
      return [ref, one ? fitting(one, source) : { facts: {} }];
    }),
  );
}

async function askSource(
  source: FactSource,
  services: readonly ServiceEntry[],
  {
    clock,
    signal,
    failed,
  }: {
    clock: Pick<Clock, 'after'>;
    signal: AbortSignal;
    failed: (error: unknown) => void;
  },
): Promise<ReadonlyMap<string, Seen> | { failed: string }> {
  const looking = new AbortController();
  const seconds = PATIENCE_MS / 1_000;
  let stop = () => {};
  const ended = new Promise<{ failed: string }>(resolve => {
    stop = () => {
      looking.abort();
      resolve({
        failed: `${source.title} did not answer within ${seconds} seconds`,
      });
    };
  });
  const callOff = clock.after(PATIENCE_MS, stop);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([source.look(services, looking.signal), ended]);
  } catch (error) {
    if (error instanceof PublicError) return { failed: error.message };
    failed(error);
    return {
      failed: `${source.title} cannot be asked: see the log of the portal`,
    };
  } finally {
    callOff();
    signal.removeEventListener('abort', stop);
  }
}

/** Only facts that the source said it has, no longer than people read. */
function fitting(seen: Seen, source: FactSource): Seen {
  if ('failed' in seen) return { failed: seen.failed.slice(0, LONGEST) };
  const facts = source.facts.flatMap(({ id }) => {
    const fact = Object.hasOwn(seen.facts, id) ? seen.facts[id] : undefined;
    if (!fact) return [];
    const { holds, sentence, link } = fact;
    const isLinked = link && link.url.length <= LONGEST_LINK;
    return [
      [
        id,
        {
          holds,
          sentence: sentence.slice(0, LONGEST),
          ...(isLinked && { link: { title: link.title, url: link.url } }),
        },
      ] as const,
    ];
  });
  return { facts: Object.fromEntries(facts) };
}
