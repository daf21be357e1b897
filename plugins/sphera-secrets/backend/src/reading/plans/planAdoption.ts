import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { placeName, type Place } from '@sphera/plugin-secrets-common';
import type { SecretShape } from '../../adapters/SecretsClient';
import type { SecretRecord } from '../../records/SecretRecord';
import type { SecretsMemory } from '../../records/SecretsMemory';
import type { Standard } from '../../standard/Standard';
import { isLive } from '../states/assess';
import { deletionSentence, type Words } from '../states/driftSentences';
import { likelyName } from './likelyName';

/** What bringing a secret to the standard takes. */
export interface AdoptionPlan {
  /** Its name from now on. */
  name: string;
  /** What it will be like. */
  shape: SecretShape;
  /** Whether it is copied under its new name. */
  isRenamed: boolean;
  /** Sentences: what is done. */
  steps: string[];
  /** Why it cannot be done, a sentence. */
  problem?: string;
  /** The secret as it is; absent where there is none. */
  record?: SecretRecord;
}

/** What a plan is made from. */
export interface AdoptionContext {
  service: ServiceEntry;
  memory: Pick<SecretsMemory, 'find'>;
  standard: Standard;
  /** Whether the catalog has a service of this name (`metadata.name`, lower case). */
  isService(name: string): boolean;
  words: Words;
}

/** Plans how a secret is brought to the standard, as one of a service. */
export function planAdoption(
  { place, fullName, name }: { place: Place; fullName: string; name?: string },
  context: AdoptionContext,
): AdoptionPlan {
  const { service, standard, memory } = context;
  const record = memory.find(place, fullName);
  const claim = record && standard.claimOf(place, record);
  const isTheirs =
    claim?.isStandardName && claim.serviceName === service.name.toLowerCase();
  const next =
    name ??
    (isTheirs ? claim.name : likelyName(fullName, service, place, standard));
  const about = record ? standard.aboutOf(record) : {};
  const shape = standard.shapeOf(service, place, next, about);
  const isRenamed = shape.fullName !== fullName;
  const plan = { name: next, shape, isRenamed, record };
  const problem =
    !record || !claim
      ? `${placeName(place)} has no secret ${fullName}.`
      : problemOf(record, claim, plan, place, context);
  if (!record || problem) return { ...plan, steps: [], problem };
  const steps = stepsOf(record, shape, isRenamed, context);
  return steps.length > 0
    ? { ...plan, steps }
    : { ...plan, steps, problem: 'It is to the standard already.' };
}

function problemOf(
  record: SecretRecord,
  claim: ReturnType<Standard['claimOf']>,
  {
    name,
    shape,
    isRenamed,
  }: Pick<AdoptionPlan, 'name' | 'shape' | 'isRenamed'>,
  place: Place,
  { service, memory, standard, isService, words }: AdoptionContext,
): string | undefined {
  const { serviceName, isStandardName } = claim;
  if (
    isStandardName &&
    serviceName !== undefined &&
    serviceName !== service.name.toLowerCase() &&
    isService(serviceName)
  ) {
    return `It is one of ${serviceName}, as its name says.`;
  }
  if (!isLive(record)) {
    return `${deletionSentence(record.deletedAt, words)} Restore it before.`;
  }
  if (!isRenamed) return undefined;
  const wrong = standard.nameProblem(name);
  if (wrong) return `The name ${name} ${wrong}.`;
  const other = memory.find(place, shape.fullName);
  if (other) {
    return `${service.title} has a secret ${shape.fullName} already: give this one another name, or delete one of the two.`;
  }
  return record.versionId === undefined
    ? 'It has no value yet that could be copied under the right name.'
    : undefined;
}

function stepsOf(
  record: SecretRecord,
  shape: SecretShape,
  isRenamed: boolean,
  { service, standard }: AdoptionContext,
): string[] {
  if (isRenamed) {
    return [
      `Its value is copied to a new secret, ${
        shape.fullName
      }, with the tags of the standard and ${keyInWords(shape.kmsKey)}.`,
      `Whatever reads ${record.fullName} has to be told the new name.`,
      `${record.fullName} stays, or is deleted: then it can be restored for ${standard.recoveryDays} days.`,
    ];
  }
  const tags = Object.entries(shape.tags).flatMap(([key, value]) => {
    const now = record.tags[key];
    if (now === value) return [];
    return now === undefined
      ? [`It gets the tag ${key}: ${value}.`]
      : [`Its tag ${key} becomes ${value}; it is ${now}.`];
  });
  // What else there is can only be the key: tags were gone through, and the name is right.
  const isKeyWrong =
    standard.problemsOf(service, record.place, {
      ...record,
      tags: { ...record.tags, ...shape.tags },
    }).length > 0;
  return isKeyWrong
    ? [...tags, `It is encrypted with ${keyInWords(shape.kmsKey)}.`]
    : tags;
}

function keyInWords(key: string | undefined): string {
  return key ? `the key ${key}` : 'the key of AWS itself';
}
