import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { Place } from '@sphera/plugin-secrets-common';
import { placeAskedFor } from '../placeAskedFor';
import { planAdoption } from '../plans/planAdoption';
import type { ReadingParts } from '../ReadingParts';
import { mayHaveSecrets } from '../recordsOf';
import { wordsOf } from '../wordsOf';

/** What is asked about: one secret in one place, by its full name. */
export interface AdoptionQuestion extends Place {
  fullName: string;
  /** Its name from now on; absent: the one it seems to have. */
  name?: string;
}

/**
 * What bringing a secret to the standard would do.
 * @throws FieldError for a place that keeps none
 */
export async function previewAdoption(
  parts: ReadingParts,
  service: ServiceEntry,
  { fullName, name, ...asked }: AdoptionQuestion,
) {
  const { memory, settings, directory } = parts;
  const { environment, region } = placeAskedFor(memory.places(), asked);
  const services = new Set(
    (await directory.list())
      .filter(({ ref }) => mayHaveSecrets(ref))
      .map(one => one.name.toLowerCase()),
  );
  const plan = planAdoption(
    { place: { environment, region }, fullName, name },
    {
      service,
      memory,
      standard: settings.standard,
      isService: one => services.has(one),
      words: wordsOf(parts),
    },
  );
  return {
    name: plan.name,
    fullName: plan.shape.fullName,
    isRenamed: plan.isRenamed,
    steps: plan.steps,
    problem: plan.problem,
  };
}
