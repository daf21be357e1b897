import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { OutputOf } from '@sphera/plugin-operations-common';
import type { previewCopy as operation } from '@sphera/plugin-secrets-common';
import { placesAsked } from '../../acting/finding/placesAsked';
import { placeAskedFor } from '../placeAskedFor';
import { planCopy } from '../plans/planCopy';
import type { ReadingParts } from '../ReadingParts';
import { recordsOf } from '../recordsOf';
import { wordsOf } from '../wordsOf';

/** What a copy is asked for. */
export interface CopyQuestion {
  names: string[];
  fromEnvironment: string;
  fromRegion: string;
  environments: string[];
  regions?: string[];
}

/**
 * What copying secrets from one place to others would do.
 * @throws FieldError for a place that keeps none
 */
export function previewCopy(
  parts: Pick<ReadingParts, 'memory' | 'settings' | 'fleet' | 'now'>,
  service: ServiceEntry,
  question: CopyQuestion,
): OutputOf<typeof operation> {
  const { memory, settings } = parts;
  const from = placeAskedFor(
    settings.places,
    { environment: question.fromEnvironment, region: question.fromRegion },
    { environment: 'fromEnvironment', region: 'fromRegion' },
  );
  const to = placesAsked(question, settings.places);
  const plans = planCopy(
    { names: question.names, from, to },
    {
      service,
      records: recordsOf(memory, service),
      standard: settings.standard,
      words: wordsOf(parts),
    },
  );
  return {
    items: plans.map(({ name, steps }) => ({
      name,
      places: steps.map(({ place, would, sentence, record }) => ({
        environment: place.environment,
        region: place.region,
        would,
        sentence,
        versionId: would === 'replace' ? record?.versionId : undefined,
      })),
    })),
  };
}
