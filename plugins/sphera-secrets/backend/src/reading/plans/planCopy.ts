import {
  isSamePlace,
  placeName,
  type Place,
} from '@sphera/plugin-secrets-common';
import type { SecretRecord } from '../../records/SecretRecord';
import { isLive } from '../states/assess';
import { deletionSentence } from '../states/driftSentences';
import { type CopyContext, type CopyStep, stepTo } from './copyStep';

export type { CopyContext, CopyStep };

/** What copying one secret would do. */
export interface CopyPlan {
  name: string;
  /** What is copied; absent where there is nothing that could be. */
  source?: SecretRecord;
  steps: CopyStep[];
}

/** Plans the copy of secrets from one place to others. */
export function planCopy(
  {
    names,
    from,
    to,
  }: { names: readonly string[]; from: Place; to: readonly Place[] },
  context: CopyContext,
): CopyPlan[] {
  return [...new Set(names)].map(name => {
    const found = context.records.filter(record => record.name === name);
    const source = at(found, from);
    const problem = sourceProblem(source, name, from, context);
    return {
      name,
      source: problem === undefined ? source : undefined,
      steps: to.map(place =>
        problem === undefined
          ? stepTo(place, source!, at(found, place), context)
          : { place, would: 'refuse' as const, sentence: problem },
      ),
    };
  });
}

function sourceProblem(
  source: SecretRecord | undefined,
  name: string,
  from: Place,
  { words }: CopyContext,
): string | undefined {
  if (!source) return `${placeName(from)} has no secret ${name}.`;
  if (!isLive(source)) {
    return `${placeName(from)}: ${deletionSentence(
      source.deletedAt,
      words,
    )} Restore it before.`;
  }
  return source.versionId === undefined
    ? `${name} has no value in ${placeName(from)} yet.`
    : undefined;
}

function at(
  records: readonly SecretRecord[],
  place: Place,
): SecretRecord | undefined {
  const here = records.filter(record => isSamePlace(record.place, place));
  // Where a tag claims another of the same name, the one of the standard's name counts.
  return here.find(({ name, fullName }) => name !== fullName) ?? here[0];
}
