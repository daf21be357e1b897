import type { Config } from '@backstage/config';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  checkedSettings,
  fieldsOf,
  type SettingProblem,
  unknownEnvironment,
} from '@sphera/plugin-fleet-node';
import { LINK_ICONS, type LinkIcon } from '@sphera/plugin-services-common';
import { linkField } from '../template/linkField';
import { type LinkSettings, type PlaceKind, PLACES } from './LinkSettings';
import { linksSchema, type WrittenLinks } from './linkSchema';

/**
 * The links from `sphera.links`, checked.
 * @throws InputError naming each wrong key and what is wrong with it
 */
export function readLinks(config: Config, fleet: Fleet): LinkSettings[] {
  const links = checkedSettings(config, {
    root: 'sphera.links',
    complaint: 'The links in the configuration are wrong',
    schema: linksSchema,
    contradictions: found => [
      ...doubledIds(found),
      ...found.flatMap(tooCoarse),
      ...found.flatMap(({ environments = [] }, nth) =>
        environments.flatMap((environment, place) =>
          unknownEnvironment(fleet, [nth, 'environments', place], environment),
        ),
      ),
    ],
  });
  return links.map(({ required, per, icon, ...rest }) => ({
    ...rest,
    per: per ?? finestOf(rest.url),
    icon: icon ?? iconOf(rest.tool),
    isRequired: required,
  }));
}

/** The finest place that an address names. */
function finestOf(url: string): PlaceKind {
  const named = fieldsOf(url).map(field => linkField(field)?.of);
  return PLACES.findLast(place => named.includes(place)) ?? 'service';
}

function iconOf(tool?: string): LinkIcon {
  return LINK_ICONS.find(icon => icon === tool) ?? 'link';
}

function doubledIds(links: WrittenLinks): SettingProblem[] {
  const ids = links.map(({ id }) => id);
  return ids.flatMap((id, nth) => {
    const first = ids.indexOf(id);
    const message = `"${id}" is already the id of sphera.links[${first}]`;
    return first === nth ? [] : [{ path: [nth, 'id'], message }];
  });
}

function tooCoarse(
  { per, url }: WrittenLinks[number],
  nth: number,
): SettingProblem[] {
  const finest = finestOf(url);
  if (!per || PLACES.indexOf(per) >= PLACES.indexOf(finest)) return [];
  const message = `cannot be ${per}, since the url has a field of each ${finest}`;
  return [{ path: [nth, 'per'], message }];
}
