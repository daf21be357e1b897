import type { InputOf } from '@sphera/plugin-operations-common';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { adoptSecret, Place } from '@sphera/plugin-secrets-common';
import type { SecretListing } from '../../adapters/SecretsClient';
import {
  type AdoptionPlan,
  planAdoption,
} from '../../reading/plans/planAdoption';
import { mayHaveSecrets } from '../../reading/recordsOf';
import { wordsOf } from '../../reading/wordsOf';
import type { ActingParts } from '../ActingParts';

/** How a secret, as AWS has it now, is brought to the standard. */
export async function adoptionPlan(
  { standard, memory, directory, fleet, clock }: ActingParts,
  service: ServiceEntry,
  { fullName, name }: InputOf<typeof adoptSecret>,
  place: Place,
  listing: SecretListing,
): Promise<AdoptionPlan> {
  const names = new Set(
    (await directory.list())
      .filter(one => mayHaveSecrets(one.ref))
      .map(one => one.name.toLowerCase()),
  );
  const fresh = {
    ...listing,
    place,
    earlier: [],
    ...standard.claimOf(place, listing),
  };
  return planAdoption(
    { place, fullName, name },
    {
      service,
      standard,
      memory: {
        find: (where, full) =>
          full === fullName ? fresh : memory.find(where, full),
      },
      isService: one => names.has(one),
      words: wordsOf({ fleet, now: clock.now }),
    },
  );
}
