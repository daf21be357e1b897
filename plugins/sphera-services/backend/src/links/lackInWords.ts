import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { LinkPlace } from './placesOf';
import type { LinkField } from './template/linkField';

const WITHOUT: Record<string, string> = {
  owner: 'has no owner',
  system: 'is part of no system',
  repository:
    'does not say where its source is: annotation github.com/project-slug',
  channel: 'has no channel: annotation sphera.io/slack-channel',
};

/** Why a link has no address, as a sentence without a full stop. */
export function lackInWords(
  { of, name, annotation }: LinkField,
  service: ServiceEntry,
  place: LinkPlace,
): string {
  const who = of === 'service' ? service.title : place[of];
  if (annotation === undefined) {
    return `${who} ${WITHOUT[name] ?? `has no ${name}`}`;
  }
  return `${who} has no annotation ${annotation}`;
}
