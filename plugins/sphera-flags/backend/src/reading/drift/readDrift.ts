import {
  FLAG_DRIFTS,
  type FlagDrift,
  type listDrift,
} from '@sphera/plugin-flags-common';
import type { InputOf } from '@sphera/plugin-operations-common';
import { type Page, pageOfList } from '@sphera/plugin-operations-node';
import { seeingOf } from '../cells/Seeing';
import type { FlagSight } from '../memory/FlagSight';
import type { ReadingParts } from '../ReadingParts';
import { cellDrift } from './cellDrift';
import type { FoundDrift } from './FoundDrift';
import { unlikeDrift } from './unlikeDrift';

/** A page of what is not as it should be. */
export async function readDrift(
  parts: ReadingParts,
  question: InputOf<typeof listDrift>,
): Promise<Page<FlagDrift>> {
  const { memory, fleet } = parts;
  const seeing = seeingOf(parts, question);
  // Clusters of one environment are compared with each other, also where one alone was asked for.
  const around = seeingOf(parts, {
    environment: question.cluster
      ? seeing.clusters[0]?.environment
      : question.environment,
  });
  const found = memory
    .all()
    .filter(sight => isAsked(sight, question))
    .flatMap<FoundDrift>(sight => [
      ...cellDrift(sight, seeing),
      ...unlikeDrift(sight, around, fleet),
    ])
    .sort(
      (one, other) =>
        FLAG_DRIFTS.indexOf(one.what) - FLAG_DRIFTS.indexOf(other.what),
    );
  return pageOfList('drift', found, question, one => one.drift());
}

function isAsked(
  { flag, kept }: FlagSight,
  question: { service?: string; flag?: string },
): boolean {
  if (question.flag && flag !== question.flag) return false;
  return !question.service || kept?.service === question.service;
}
