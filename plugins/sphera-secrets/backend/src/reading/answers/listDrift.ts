import {
  pageOfList,
  type PageQuestion,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import {
  FINDING_KINDS,
  type Finding,
  type FindingKind,
  type findingsPageSchema,
} from '@sphera/plugin-secrets-common';
import type { z } from 'zod/v3';
import type { Found } from '../findings/Found';
import { toMoment } from '../moment';
import type { ReadingParts } from '../ReadingParts';
import type { Words } from '../states/driftSentences';
import { wordsOf } from '../wordsOf';

/** What the findings of the fleet are asked for. */
export interface FindingsQuestion extends PageQuestion {
  /** Entity ref. */
  service?: string;
  environment?: string;
  region?: string;
  /** Owner: entity ref, or name of a group. */
  team?: string;
  /** Entity refs, one of which must own the service. */
  ownedBy?: readonly string[];
  kinds?: readonly FindingKind[];
  /** Words that must all occur. */
  text?: string;
}

/**
 * What was found about secrets: drift first, then the rest; each by service, name,
 * environment. @throws FieldError for a wrong cursor
 */
export async function listDrift(
  parts: Pick<ReadingParts, 'memory' | 'views' | 'directory' | 'fleet' | 'now'>,
  question: FindingsQuestion,
): Promise<z.output<typeof findingsPageSchema>> {
  const services = await parts.directory.list();
  const found = foundFor(parts, services, question).filter(
    placeFilter(question),
  );
  const named = textFilter(question, services);
  const counts = Object.fromEntries(
    FINDING_KINDS.map(kind => [kind, 0]),
  ) as Record<FindingKind, number>;
  const kinds = question.kinds && new Set(question.kinds);
  const items: Found[] = [];
  for (const one of found) {
    if (!named(one)) continue;
    counts[one.kind] += 1;
    if (!kinds || kinds.has(one.kind)) items.push(one);
  }
  const words = wordsOf(parts);
  return {
    ...pageOfList('findings', items, question, one => toFinding(one, words)),
    counts,
    places: [...parts.memory.places()],
  };
}

function foundFor(
  { views }: Pick<ReadingParts, 'views'>,
  services: readonly ServiceEntry[],
  { service, team, ownedBy }: FindingsQuestion,
): Found[] {
  const isOfAnybody = service === undefined && !team && !ownedBy;
  const asked = services
    .filter(
      entry =>
        (service === undefined || entry.ref === service) &&
        (!team || isOf(entry, team.toLowerCase())) &&
        (!ownedBy || entry.owners.some(owner => ownedBy.includes(owner))),
    )
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const seen = views.of(asked);
  return [
    ...seen.flatMap(({ drift }) => drift),
    ...seen.flatMap(({ others }) => others),
    ...(isOfAnybody ? views.unowned(services) : []),
  ];
}

function isOf({ owners }: ServiceEntry, team: string): boolean {
  return owners.some(owner => {
    const ref = owner.toLowerCase();
    return ref === team || ref.split('/').pop() === team;
  });
}

function placeFilter({ environment, region }: FindingsQuestion) {
  return (found: Found): boolean =>
    (environment === undefined || found.environment === environment) &&
    (region === undefined || found.regions.includes(region));
}

function textFilter(
  { text }: FindingsQuestion,
  services: readonly ServiceEntry[],
) {
  if (text === undefined) return () => true;
  const words = text.toLowerCase().split(/\s+/);
  const titles = new Map(services.map(({ ref, title }) => [ref, title]));
  return ({ service, name, fullNames }: Found): boolean => {
    const title = service && titles.get(service);
    const contents = [service, title, name, ...fullNames]
      .join('\n')
      .toLowerCase();
    return words.every(word => contents.includes(word));
  };
}

function toFinding(found: Found, words: Words): Finding {
  const { kind, service, name, environment, regions, fullNames } = found;
  return {
    kind,
    service,
    name,
    environment,
    regions: [...regions],
    fullNames: [...fullNames],
    sentence: found.sentence(words),
    since: toMoment(found.since),
  };
}
