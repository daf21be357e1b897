import {
  pageOfList,
  type PageQuestion,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import type { SecretsOfService } from '@sphera/plugin-secrets-common';
import type { ReadingParts } from '../ReadingParts';
import { recordsOf } from '../recordsOf';
import { assess } from '../states/assess';
import type { AssessedSecret } from '../states/Assessment';
import { driftOf, toRow } from '../states/toRow';
import { sumUp, withCompleteness } from '../sums';
import { wordsOf } from '../wordsOf';

/** What the matrix of one service is asked for. */
export interface SecretsQuestion extends PageQuestion {
  /** Words that name, full names or description must all contain. */
  text?: string;
  environment?: string;
  only?: 'drift';
  /** Whether AWS is looked at again before. */
  fresh: boolean;
}

/** The secrets of one service, by name. @throws FieldError for a wrong cursor */
export async function listSecrets(
  parts: ReadingParts,
  service: ServiceEntry,
  question: SecretsQuestion,
): Promise<SecretsOfService> {
  const { memory, settings, deeds, looking } = parts;
  if (question.fresh) await looking.atService(service.name.toLowerCase());
  const places = memory.places();
  const isHere = (one: { environment: string }) =>
    question.environment === undefined ||
    one.environment === question.environment;

  const all = assess(recordsOf(memory, service), {
    service,
    places,
    rules: settings,
  });
  const rows = all
    .map(secret => ({
      ...secret,
      environments: secret.environments.filter(isHere),
    }))
    .filter(secret => isAskedFor(secret, question));
  const page = pageOfList('secrets', rows, question, row => row);
  const [written, unfinished] = await Promise.all([
    deeds.writtenBy(page.items.flatMap(versionsOf)),
    deeds.unfinished(service.ref),
  ]);
  const { standard } = settings;
  const context = { ...wordsOf(parts), standard, written };
  return {
    ...page,
    items: page.items.map(row => toRow(row, context)),
    places: places.filter(isHere),
    unfinished,
    environments: withCompleteness(sumUp(all, places), places),
  };
}

function isAskedFor(
  { name, environments }: AssessedSecret,
  { text, only }: SecretsQuestion,
): boolean {
  const cells = environments.flatMap(one => one.cells);
  if (!cells.some(({ record }) => record)) return false;
  if (only === 'drift' && driftOf(environments).length === 0) return false;
  if (text === undefined) return true;
  const contents = cells
    .flatMap(({ record }) => [record?.fullName, record?.description])
    .concat(name)
    .join('\n')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every(word => contents.includes(word));
}

function versionsOf({ environments }: AssessedSecret): string[] {
  return environments.flatMap(({ cells }) =>
    cells.flatMap(({ record }) => record?.versionId ?? []),
  );
}
