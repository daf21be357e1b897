import { pause } from '@sphera/plugin-operations-common';
import type { Clock, OperationsService } from '@sphera/plugin-operations-node';
import { listPlaces, type SecretsPlace } from '@sphera/plugin-secrets-common';

// A source has half a minute to look.
const LONGEST_MS = 20_000;
const LOOK_EVERY_MS = 250;

/** How well the places of an environment are seen. After the first start it waits a while for those that were never looked through. */
export async function placesInSight(
  environment: string,
  {
    operations,
    clock,
    signal,
  }: {
    operations: Pick<OperationsService, 'ask'>;
    clock: Clock;
    signal: AbortSignal;
  },
): Promise<SecretsPlace[]> {
  const end = clock.now() + LONGEST_MS;
  for (;;) {
    const { items } = await operations.ask(listPlaces, {});
    const found = items.filter(place => place.environment === environment);
    const isEnough = signal.aborted || clock.now() >= end;
    if (isEnough || found.every(({ state }) => state !== 'waiting')) {
      return found;
    }
    await pause(LOOK_EVERY_MS, clock, signal);
  }
}
