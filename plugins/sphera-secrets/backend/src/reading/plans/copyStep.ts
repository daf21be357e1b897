import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { isSamePlace, type Place } from '@sphera/plugin-secrets-common';
import type { SecretRecord } from '../../records/SecretRecord';
import type { Standard } from '../../standard/Standard';
import { isLive } from '../states/assess';
import { haveSameValue } from '../states/compareValues';
import { ago, deletionSentence, type Words } from '../states/driftSentences';

/** What copying a secret would do in one place. */
export interface CopyStep {
  place: Place;
  would: 'create' | 'replace' | 'nothing' | 'refuse';
  /** Says so, or why not. */
  sentence: string;
  /** Its name there, as it is or will be; absent where it cannot be copied at all. */
  fullName?: string;
  /** What is there now. */
  record?: SecretRecord;
}

/** What a plan is made from. */
export interface CopyContext {
  service: ServiceEntry;
  /** Of this service, in every place. */
  records: readonly SecretRecord[];
  standard: Pick<Standard, 'shapeOf' | 'claimOf' | 'nameProblem' | 'aboutOf'>;
  words: Words;
}

/** What copying a secret to one place would do. @param target - what is there now */
export function stepTo(
  place: Place,
  source: SecretRecord,
  target: SecretRecord | undefined,
  context: CopyContext,
): CopyStep {
  if (isSamePlace(place, source.place)) {
    const sentence = 'It is copied from here.';
    return { place, would: 'nothing', sentence, ...there(source) };
  }
  if (!target) return creation(place, source, context);
  if (!isLive(target)) {
    const sentence = `${deletionSentence(
      target.deletedAt,
      context.words,
    )} Restore it before.`;
    return { place, would: 'refuse', sentence, ...there(target) };
  }
  if (haveSameValue(source, target)) {
    const sentence = 'It has this value already.';
    return { place, would: 'nothing', sentence, ...there(target) };
  }
  return {
    place,
    would: 'replace',
    sentence: replacement(place, source, target, context),
    ...there(target),
  };
}

function creation(
  place: Place,
  source: SecretRecord,
  { service, standard }: CopyContext,
): CopyStep {
  const { name, isStandardName } = standard.claimOf(source.place, source);
  if (!isStandardName) {
    const sentence = `${source.fullName} is not to the standard: adopt it before.`;
    return { place, would: 'refuse', sentence };
  }
  const problem = standard.nameProblem(name);
  if (problem) {
    const sentence = `The name ${name} is not allowed for new secrets: it ${problem}.`;
    return { place, would: 'refuse', sentence };
  }
  const about = standard.aboutOf(source);
  const { fullName } = standard.shapeOf(service, place, name, about);
  const sentence = `It is created as ${fullName}.`;
  return { place, would: 'create', sentence, fullName };
}

function replacement(
  place: Place,
  source: SecretRecord,
  target: SecretRecord,
  { standard, words }: CopyContext,
): string {
  const when =
    target.changedAt === undefined
      ? ''
      : `, which was set or changed ${ago(target.changedAt, words)}`;
  const onPurpose =
    place.environment === source.place.environment &&
    standard.aboutOf(target).differsByRegion;
  return `Its value${when}, is replaced.${
    onPurpose ? ' It is meant to have a value of its own in each region.' : ''
  }`;
}

function there(record: SecretRecord) {
  return { fullName: record.fullName, record };
}
