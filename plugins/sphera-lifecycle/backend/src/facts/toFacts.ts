import type { Fact } from '@sphera/plugin-lifecycle-common';
import type {
  FactDescription,
  FactSource,
} from '@sphera/plugin-lifecycle-node';
import type { KeptLook } from './KeptLook';

const toText = (moment: number) => new Date(moment).toISOString();

/** What a look says of each fact that its source can tell. What the source left out is not known, and not here. */
export function toFacts(look: KeptLook, source: FactSource): Fact[] {
  return source.facts.flatMap(description => toFact(look, description) ?? []);
}

function toFact(
  look: KeptLook,
  { id, title }: FactDescription,
): Fact | undefined {
  const { facts, seenAt, failing } = look;
  const stale = failing && {
    since: toText(failing.since),
    sentence: failing.sentence,
  };
  if (seenAt === undefined) {
    const sentence = 'Nobody could look yet';
    return stale && { id, title, state: 'unknown', sentence, stale };
  }
  const seen = Object.hasOwn(facts, id) ? facts[id] : undefined;
  if (!seen) return undefined;
  return {
    id,
    title,
    state: seen.holds ? 'holds' : 'fails',
    sentence: seen.sentence,
    ...(seen.link && { link: seen.link }),
    seenAt: toText(seenAt),
    ...(stale && { stale }),
  };
}
