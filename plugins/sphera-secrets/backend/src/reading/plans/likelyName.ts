import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { Place } from '@sphera/plugin-secrets-common';
import type { Standard } from '../../standard/Standard';

/**
 * The short name that a secret seems to be meant to have: its full name without the words
 * that say where it belongs, written as the standard wants it where that succeeds.
 */
export function likelyName(
  fullName: string,
  service: Pick<ServiceEntry, 'name'>,
  { environment, region }: Place,
  { nameProblem }: Pick<Standard, 'nameProblem'>,
): string {
  const lower = fullName.toLowerCase();
  const said = [service.name.toLowerCase(), environment, region];
  const rest = said
    .reduce((text, word) => text.split(word).join('-'), `-${lower}-`)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const candidates = [rest, lower.split('/').pop()!, fullName];
  return candidates.find(one => one && !nameProblem(one)) ?? fullName;
}
