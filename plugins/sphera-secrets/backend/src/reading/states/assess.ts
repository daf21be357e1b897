import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { isSamePlace } from '@sphera/plugin-secrets-common';
import type { SecretRecord } from '../../records/SecretRecord';
import type { About } from '../../standard/Standard';
import type {
  AssessedCell,
  AssessedEnvironment,
  AssessedSecret,
  SeenPlace,
  StateRules,
} from './Assessment';
import { compareValues, type Verdict } from './compareValues';
import { datesOf } from './datesOf';
import { type Slots, slotsByName } from './slots';

/** What is looked at, and by which rules. */
export interface AssessContext {
  service: ServiceEntry;
  /** In the order of the fleet. */
  places: readonly SeenPlace[];
  rules: StateRules;
}

/** What is so of the secrets of one service in every place, by name. */
export function assess(
  records: readonly SecretRecord[],
  context: AssessContext,
): AssessedSecret[] {
  const spans = environmentSpans(context.places);
  return [...slotsByName(records, context.places)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, slots]) => ({
      name,
      environments: spans.map(span => assessEnvironment(span, slots, context)),
    }));
}

/** Whether it is there to be read, and not deleted. */
export function isLive({ deletedAt }: SecretRecord): boolean {
  return deletedAt === undefined;
}

/** One environment: which of the places are its regions. */
interface Span {
  environment: string;
  start: number;
  end: number;
}

function environmentSpans(places: readonly SeenPlace[]): Span[] {
  const spans: Span[] = [];
  places.forEach(({ environment }, index) => {
    const last = spans.at(-1);
    if (last?.environment === environment) last.end = index + 1;
    else spans.push({ environment, start: index, end: index + 1 });
  });
  return spans;
}

function assessEnvironment(
  { environment, start, end }: Span,
  { records, others }: Slots,
  { service, places, rules }: AssessContext,
): AssessedEnvironment {
  const { standard } = rules;
  const held = records.slice(start, end);
  const isThere = held.some(record => record && isLive(record));
  const abouts = held.map(record => record && standard.aboutOf(record));
  const differsOnPurpose = held.some(
    (record, index) =>
      record && isLive(record) && abouts[index]!.differsByRegion,
  );
  const verdicts = differsOnPurpose ? [] : compareValues(held);

  const cells = held.map((record, index): AssessedCell => {
    const place = places[start + index];
    const isMissed = isThere && rules.isNeeded(service, place);
    if (!record) return emptyCell(place, { isThere, isMissed });
    if (!isLive(record)) return deletedCell(place, record, isMissed);
    const problems = standard.problemsOf(service, record.place, record);
    for (const other of others) {
      if (isSamePlace(other.place, place) && isLive(other)) {
        problems.push(claimed(other));
      }
    }
    return liveCell(place, record, {
      problems,
      verdict: verdicts[index],
      about: abouts[index]!,
      rules,
    });
  });
  return {
    environment,
    cells,
    live: isThere ? cells.filter(({ record }) => record && isLive(record)) : [],
    right: cells.filter((_, index) => verdicts[index] === 'right'),
  };
}

function liveCell(
  place: SeenPlace,
  record: SecretRecord,
  found: {
    problems: string[];
    verdict: Verdict | undefined;
    about: About;
    rules: StateRules;
  },
): AssessedCell {
  const { problems, verdict, about, rules } = found;
  const drift = verdict === 'right' ? undefined : verdict;
  const state = drift ?? (problems.length > 0 ? 'not-to-standard' : 'present');
  return {
    place,
    state,
    drift,
    record,
    problems,
    ...datesOf(record, about, rules),
  };
}

function emptyCell(
  place: SeenPlace,
  { isThere, isMissed }: { isThere: boolean; isMissed: boolean },
): AssessedCell {
  if (place.sweptAt === undefined) {
    return { place, state: 'unseen', problems: [] };
  }
  return isMissed
    ? { place, state: 'missing', drift: 'missing', problems: [] }
    : { place, state: 'absent', isNeedless: isThere, problems: [] };
}

function deletedCell(
  place: SeenPlace,
  record: SecretRecord,
  isMissed: boolean,
): AssessedCell {
  const drift = isMissed ? 'missing' : undefined;
  return { place, state: 'pending-deletion', drift, record, problems: [] };
}

function claimed({ fullName }: SecretRecord): string {
  return `The secret ${fullName} is tagged as one of this service and has the same name: give it another.`;
}
