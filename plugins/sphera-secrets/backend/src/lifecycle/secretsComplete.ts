import type { SeenFact } from '@sphera/plugin-lifecycle-node';
import {
  counted,
  listed,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import type { DriftKind } from '@sphera/plugin-secrets-common';
import { mayHaveSecrets } from '../reading/recordsOf';
import type { EnvironmentSecrets } from './environmentSecrets';

/** By `none` somebody says that a service needs no secrets. */
export const SECRETS_ANNOTATION = 'sphera.io/secrets';

const SEVERAL = 3;
const IS: Record<DriftKind, string> = {
  missing: 'is missing',
  stale: 'still has an earlier value',
  different: 'has another value',
};

const holds = (sentence: string): SeenFact => ({ holds: true, sentence });
const fails = (sentence: string): SeenFact => ({ holds: false, sentence });

/** Whether the secrets of a service in an environment are in each region where it runs, without drift. */
export function secretsComplete(
  service: Pick<ServiceEntry, 'ref' | 'annotations'>,
  {
    secrets,
    drift,
    title,
    regions,
    regionTitle,
  }: EnvironmentSecrets & {
    /** Of the environment. */
    title: string;
    /** Those where the service needs its secrets. */
    regions: readonly string[];
    regionTitle: (region: string) => string;
  },
): SeenFact {
  if (regions.length === 0) {
    return holds(`Runs in no region of ${title}`);
  }
  if (drift.length > 0) {
    const named = drift
      .slice(0, SEVERAL)
      .map(
        one =>
          `${one.name} ${IS[one.kind as DriftKind]} in ${listed(
            one.regions.map(regionTitle),
          )}`,
      );
    const others = drift.length - named.length;
    return fails(
      [...named, ...(others > 0 ? [`and ${others} more`] : [])].join(', '),
    );
  }
  if (secrets > 0) {
    const where = listed(regions.map(regionTitle));
    return holds(`${counted(secrets, 'secret')} in ${where}`);
  }
  if (service.annotations[SECRETS_ANNOTATION] === 'none') {
    return holds(`Needs none, as its annotation ${SECRETS_ANNOTATION} says`);
  }
  return mayHaveSecrets(service.ref)
    ? fails(
        `No secret in ${title} yet: add those that it needs, or the annotation ${SECRETS_ANNOTATION}: none where it needs none`,
      )
    : holds('Only services of the namespace default have secrets here');
}
