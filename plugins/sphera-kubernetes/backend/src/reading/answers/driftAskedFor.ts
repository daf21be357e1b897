import type { UndatedDrift } from '../drift/Running';
import type { ReadingParts } from '../ReadingParts';
import type { ServiceView } from '../ServiceView';

/** The drift of a service: what its records show, and what became of bounds that were set through the portal. */
export type DriftOf = (view: ServiceView) => UndatedDrift[];

/** Looks up once what became of the bounds that were set through the portal. */
export async function driftLookup({
  deeds,
}: Pick<ReadingParts, 'deeds'>): Promise<DriftOf> {
  const overwritten = await deeds.overwritten();
  return ({ service, drift }) => {
    const more = overwritten.filter(one => one.service === service);
    return more.length === 0 ? drift : [...drift, ...more];
  };
}
