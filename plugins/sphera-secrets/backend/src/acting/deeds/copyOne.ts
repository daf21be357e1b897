import { ConflictError } from '@backstage/errors';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import {
  isSamePlace,
  placeName,
  type ChangeAnswer,
  type Place,
} from '@sphera/plugin-secrets-common';
import {
  planCopy,
  type CopyPlan,
  type CopyStep,
} from '../../reading/plans/planCopy';
import { wordsOf } from '../../reading/wordsOf';
import type { SecretRecord } from '../../records/SecretRecord';
import type { ActingParts } from '../ActingParts';
import { beginChange } from '../beginChange';
import type { ChangePlace } from '../Change';
import type { FoundSecret } from '../finding/SecretFinder';
import { versionToken } from '../versionToken';

/** One secret to copy, and where. */
export interface AskedCopy {
  service: ServiceEntry;
  name: string;
  from: Place;
  to: readonly Place[];
  by: string;
}

/**
 * Copies one secret to every place or to none.
 * @throws ConflictError where it cannot be done somewhere, and as `CarryingOut.make`
 */
export async function copyOne(
  parts: ActingParts,
  asked: AskedCopy,
): Promise<ChangeAnswer> {
  const { finder, standard, carrying } = parts;
  const { service, name, from, to, by } = asked;
  const targets = to.filter(place => !isSamePlace(place, from));
  const found = await finder.find(service, name, [from, ...targets]);
  const plan = planOf(parts, asked, found);
  const refused = plan.steps.filter(({ would }) => would === 'refuse');
  if (refused.length > 0 || !plan.source) {
    const why = refused.map(
      ({ place, sentence }) =>
        `${placeName(place)}: ${sentence.replace(/\.$/, '')}`,
    );
    throw new ConflictError(
      `${name} was not copied anywhere. ${why.join('. ')}`,
    );
  }
  const change = beginChange('copy-secret', { service, name, by }, parts);
  const steps = plan.steps.filter(
    ({ would }) => would === 'create' || would === 'replace',
  );
  const source = plan.source;
  const answer =
    steps.length === 0
      ? { change: change.id, places: [] }
      : await carrying.make({
          service,
          found: steps.map(step => foundAt(step.place, found)),
          change: {
            ...change,
            newAbout: standard.aboutOf(source),
            source: {
              ...from,
              fullName: source.fullName,
              versionId: source.versionId!,
            },
            places: steps.map(step => toPlace(step, change.id, parts)),
          },
        });
  return { ...answer, places: inOrder(plan.steps, answer) };
}

function planOf(
  parts: ActingParts,
  {
    service,
    name,
    from,
    to,
  }: { service: ServiceEntry; name: string; from: Place; to: readonly Place[] },
  found: readonly FoundSecret[],
): CopyPlan {
  const { standard, fleet, clock } = parts;
  const [plan] = planCopy(
    { names: [name], from, to },
    {
      service,
      records: found.flatMap(one => freshRecord(parts, one, name) ?? []),
      standard,
      words: wordsOf({ fleet, now: clock.now }),
    },
  );
  return plan;
}

/** What memory has of it, as it is now: a fingerprint counts only for the version that it is of. */
function freshRecord(
  { memory, standard }: ActingParts,
  { place, fullName, listing }: FoundSecret,
  name: string,
): SecretRecord | undefined {
  if (!listing) return undefined;
  const known = memory.find(place, fullName)?.fingerprint;
  return {
    ...listing,
    place,
    name,
    serviceName: standard.claimOf(place, listing).serviceName,
    fingerprint: known?.versionId === listing.versionId ? known : undefined,
    earlier: [],
  };
}

function toPlace(
  { place, would, fullName, record }: CopyStep,
  changeId: string,
  { standard }: ActingParts,
): ChangePlace {
  return {
    ...place,
    fullName: fullName!,
    step: would === 'create' ? 'create' : 'replace',
    versionId: versionToken(changeId, place),
    before: record && {
      versionId: record.versionId,
      about: standard.aboutOf(record),
    },
    isDone: false,
  };
}

function foundAt(place: Place, found: readonly FoundSecret[]): FoundSecret {
  return found.find(one => isSamePlace(one.place, place))!;
}

function inOrder(
  steps: readonly CopyStep[],
  { places }: ChangeAnswer,
): ChangeAnswer['places'] {
  return steps.map(
    ({ place, fullName, record }) =>
      places.find(done => isSamePlace(done, place)) ?? {
        ...place,
        fullName: fullName!,
        outcome: 'unchanged' as const,
        versionId: record?.versionId,
      },
  );
}
