import type { LoggerService } from '@backstage/backend-plugin-api';
import { placeName, type Place } from '@sphera/plugin-secrets-common';
import type { SecretValue } from '../adapters/SecretsClient';
import type { Looking } from '../records/SecretsMemory';

/** A secret that was just changed, with the value that was set, if one was. */
export interface Touched {
  place: Place;
  fullName: string;
  set?: { value: SecretValue; versionId: string };
}

/** Looks again at what was changed, so that pages show it at once; what that misses the next sweep sees. */
export async function lookAtPlaces(
  { looking, logger }: { looking: Looking; logger: LoggerService },
  touched: readonly Touched[],
): Promise<void> {
  await Promise.all(
    touched.map(async ({ place: { environment, region }, fullName, set }) => {
      const place = { environment, region };
      await looking.at(place, [fullName], set).catch(error => {
        // Its message may be anybody's.
        logger.warn(
          `What was changed in ${placeName(
            place,
          )} will be seen at the next sweep: ${
            error instanceof Error ? error.name : 'an unknown error'
          }`,
        );
      });
    }),
  );
}
