import { parseEntityRef } from '@backstage/catalog-model';
import { fieldsOf, fillTemplate } from '@sphera/plugin-fleet-node';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { placeName, type Place } from '@sphera/plugin-secrets-common';
import type { SecretListing } from '../adapters/SecretsClient';
import { asTagValue } from './awsTags';
import { isKeptUnder } from './kmsKeys';
import { PerPlace } from './PerPlace';
import {
  type About,
  DIFFERS_BY_REGION_TAG,
  ROTATE_BY_TAG,
  type Standard,
} from './Standard';
import type { StandardRules } from './StandardRules';
import { reader, type TemplateValues } from './Template';
import { valueProblem } from './valueProblem';

const AWS_NAME = /^[A-Za-z0-9/_+=.@-]+$/;
const LONGEST_NAME = 512;

/** The standard that the configuration's rules make. */
export function createStandard(
  rules: StandardRules,
  places: ReadonlyArray<Place & { kmsKey?: string }>,
): Standard {
  const allowed = new RegExp(`^(?:${rules.names.pattern})$`, 'u');
  const readers = new Map(
    places.map(place => [placeName(place), reader(rules.name, place)]),
  );
  const keys = new Map(
    places.map(place => [placeName(place), place.kmsKey ?? rules.kmsKey]),
  );
  const serviceTag = Object.entries(rules.tags).find(
    ([, template]) => template === '{service}',
  )?.[0];

  const tagsOf = (values: TemplateValues) =>
    Object.fromEntries(
      Object.entries(rules.tags).map(([key, template]) => [
        key,
        asTagValue(fillTemplate(template, values)),
      ]),
    );
  const keyOf = (place: Place, values: TemplateValues) => {
    const template = keys.get(placeName(place));
    return template && fillTemplate(template, values);
  };
  // Thousands of secrets are looked at for one page, and few templates name the secret.
  const kept = new PerPlace<ReturnType<typeof makeWanted>>();
  const makeWanted = (service: ServiceEntry, place: Place, name: string) => {
    const values = { ...valuesOf(service, place), name };
    return { tags: tagsOf(values), kmsKey: keyOf(place, values) };
  };
  const isNameWanted = [...Object.values(rules.tags), ...keys.values()].some(
    template => template && fieldsOf(template).includes('name'),
  );
  const wantedOf = (service: ServiceEntry, place: Place, name: string) =>
    isNameWanted
      ? makeWanted(service, place, name)
      : kept.get(service, place, () => makeWanted(service, place, name));
  const nameProblem = (name: string) => {
    const { sentence, example } = rules.names;
    return AWS_NAME.test(name) && allowed.test(name)
      ? undefined
      : `must be ${sentence}, like ${example}`;
  };

  const claimOf: Standard['claimOf'] = (place, { fullName, tags }) => {
    const read = readers.get(placeName(place))?.(fullName);
    if (read?.service && read.name) {
      const serviceName = read.service.toLowerCase();
      return { serviceName, name: read.name, isStandardName: true };
    }
    const tagged = serviceTag && tags[serviceTag]?.toLowerCase();
    const serviceName = tagged || undefined;
    return { serviceName, name: fullName, isStandardName: false };
  };

  return {
    ...rules,
    shapeOf(service, place, name, about) {
      const values = { ...valuesOf(service, place), name };
      const description =
        about.description ?? fillTemplate(rules.description, values);
      return {
        fullName: fillTemplate(rules.name, values),
        description: description.trim() || undefined,
        kmsKey: keyOf(place, values),
        tags: { ...tagsOf(values), ...tagsAbout(about) },
      };
    },
    claimOf,
    tagOf({ name }) {
      return serviceTag ? { key: serviceTag, value: name } : undefined;
    },
    problemsOf(service, place, listing) {
      const { name, isStandardName } = claimOf(place, listing);
      const wanted = wantedOf(service, place, name);
      return [
        ...(isStandardName
          ? []
          : [nameSentence(rules, valuesOf(service, place), listing)]),
        ...tagSentences(wanted.tags, listing),
        ...keySentences(wanted.kmsKey, listing),
      ];
    },
    nameProblem(name) {
      if (name.length > LONGEST_NAME / 2) {
        return `is too long: at most ${LONGEST_NAME / 2} characters`;
      }
      return nameProblem(name);
    },
    valueProblem: value => valueProblem(value, rules),
    aboutOf({ tags, description }): About {
      const rotateBy = Date.parse(tags[ROTATE_BY_TAG] ?? '');
      return {
        description,
        rotateBy: Number.isNaN(rotateBy) ? undefined : rotateBy,
        differsByRegion: tags[DIFFERS_BY_REGION_TAG] === 'yes',
      };
    },
    forbidden: rules.forbidden.map(({ because }) => because),
  };
}

function valuesOf(service: ServiceEntry, place: Place): TemplateValues {
  const nameOf = (ref: string | undefined, defaultKind: string) =>
    ref && parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' });
  const owner = nameOf(service.owners[0], 'group');
  const system = nameOf(service.system, 'system');
  return {
    ...place,
    service: service.name,
    namespace: parseEntityRef(service.ref).namespace,
    owner: owner ? owner.name : 'nobody',
    system: system ? system.name : 'none',
  };
}

function tagsAbout({ rotateBy, differsByRegion }: About) {
  return {
    ...(rotateBy !== undefined && {
      [ROTATE_BY_TAG]: new Date(rotateBy).toISOString(),
    }),
    ...(differsByRegion && { [DIFFERS_BY_REGION_TAG]: 'yes' }),
  };
}

function nameSentence(
  rules: StandardRules,
  values: TemplateValues,
  { fullName }: SecretListing,
): string {
  const wanted = fillTemplate(rules.name, { ...values, name: '…' });
  return `Its name is ${fullName}; to the standard it would begin as ${wanted} does.`;
}

function tagSentences(
  wanted: Record<string, string>,
  { tags }: SecretListing,
): string[] {
  return Object.keys(wanted)
    .filter(key => tags[key] !== wanted[key])
    .map(key =>
      tags[key] === undefined
        ? `Its tag ${key} is missing; it should be ${wanted[key]}.`
        : `Its tag ${key} is ${tags[key]}; it should be ${wanted[key]}.`,
    );
}

function keySentences(
  wanted: string | undefined,
  { kmsKey }: SecretListing,
): string[] {
  if (wanted === kmsKey || isKeptUnder(wanted, kmsKey)) return [];
  const is = kmsKey ?? 'the key of AWS itself';
  return [
    `It is encrypted with ${is}; it should be ${
      wanted ?? 'the key of AWS itself'
    }.`,
  ];
}
