import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  fieldsOf,
  type SettingProblem,
  unknownEnvironment,
  unknownFields,
  unknownRegion,
} from '@sphera/plugin-fleet-node';
import type { z } from 'zod/v3';
import { MOST_TAGS } from '../standard/awsTags';
import { TEMPLATE_FIELDS } from '../standard/Template';
import { placesOf } from './placesOf';
import type { settingsSchema } from './settingsSchema';

type Settings = z.output<typeof settingsSchema>;
const OWN_TAGS = 2;
// What a name of the catalog cannot hold, so that a full name can be read back.
const SEPARATES = /^[/+=@]/;

/** What contradicts the fleet or itself in `sphera.secrets`. */
export function contradictions(
  settings: Settings,
  fleet: Fleet,
): SettingProblem[] {
  return [
    ...wrongPlaces(settings, fleet),
    ...wrongNames(settings, fleet),
    ...wrongTags(settings),
    ...wrongTemplate(['standard', 'kmsKey'], settings.standard.kmsKey),
    ...wrongTemplate(
      ['standard', 'description'],
      settings.standard.description,
    ),
    ...wrongKeys(settings),
  ];
}

function wrongPlaces({ places }: Settings, fleet: Fleet): SettingProblem[] {
  return places.flatMap(({ environment, regions }, index) => {
    const first = places.findIndex(one => one.environment === environment);
    const path = ['places', index];
    const hasRegions =
      regions ?? fleet.clusters.some(one => one.environment === environment);
    return [
      ...unknownEnvironment(fleet, [...path, 'environment'], environment),
      ...(regions ?? []).flatMap((region, nth) =>
        unknownRegion(fleet, [...path, 'regions', nth], region),
      ),
      ...(hasRegions
        ? []
        : [
            {
              path: [...path, 'regions'],
              message: `is missing: ${environment} has no cluster to take regions from`,
            },
          ]),
      ...(first === index
        ? []
        : [
            {
              path: [...path, 'environment'],
              message: `"${environment}" is already named by places[${first}]`,
            },
          ]),
    ];
  });
}

function wrongNames(
  { places, standard }: Settings,
  fleet: Fleet,
): SettingProblem[] {
  const path = ['standard', 'name'];
  const fields = fieldsOf(standard.name);
  const lacking = ['service', 'name'].filter(field => !fields.includes(field));
  const problems = [
    ...wrongTemplate(path, standard.name),
    ...lacking.map(field => ({
      path,
      message: `must contain {${field}}, or secrets would share a name`,
    })),
  ];
  const glued = standard.name
    .split(/\{[^{}]*\}/)
    .slice(1, -1)
    .some(between => !SEPARATES.test(between));
  if (glued) {
    const message =
      'must have one of / + = @ between its fields, or names could not be read back';
    problems.push({ path, message });
  }
  const stores = placesOf(places, fleet).map(place =>
    [
      place.account,
      place.endpoint,
      place.region,
      fields.includes('environment') && place.environment,
    ].join(' '),
  );
  if (new Set(stores).size < stores.length) {
    const message =
      'must contain {environment}, since environments share an account and a region';
    problems.push({ path, message });
  }
  return problems;
}

function wrongTags({ standard }: Settings): SettingProblem[] {
  const path = ['standard', 'tags'];
  const keys = Object.keys(standard.tags);
  const most = MOST_TAGS - OWN_TAGS;
  return [
    ...(keys.length > most
      ? [{ path, message: `has too many tags: at most ${most}` }]
      : []),
    ...keys
      .filter(key => /^(aws:|sphera:)/i.test(key) || key.length > 128)
      .map(key => ({
        path: [...path, key],
        message:
          'must not begin with aws: or sphera: and have at most 128 characters',
      })),
    ...keys.flatMap(key => wrongTemplate([...path, key], standard.tags[key])),
  ];
}

function wrongTemplate(
  path: SettingProblem['path'],
  template: string | undefined,
): SettingProblem[] {
  return unknownFields(TEMPLATE_FIELDS, path, template);
}

function wrongKeys({ places, fingerprintKeys }: Settings): SettingProblem[] {
  const path = ['fingerprintKeys'];
  if (places.length > 0 && fingerprintKeys.length === 0) {
    const message =
      'is missing: at least one key, like { id: "2026", secret: … } with a long random secret';
    return [{ path, message }];
  }
  const ids = fingerprintKeys.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            path: [...path, index, 'id'],
            message: `"${id}" is the id of an earlier key`,
          },
        ],
  );
}
