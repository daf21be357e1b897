import type { FlagsPage, listFlags } from '@sphera/plugin-flags-common';
import type { InputOf } from '@sphera/plugin-operations-common';
import {
  pageOfList,
  type ServiceDirectory,
} from '@sphera/plugin-operations-node';
import { groupsOf } from '../cells/groupsOf';
import { type Seeing, seeingOf } from '../cells/Seeing';
import { momentOrNone } from '../moment';
import type { ReadingParts } from '../ReadingParts';
import { aboutFlag, isKnown, type KnownSight } from './aboutFlag';
import { isReadyToRemove } from './readyToRemove';
import { statesIn } from './statesIn';

type Question = InputOf<typeof listFlags>;

/** A flag that was found, and how it stands. */
interface Found {
  sight: KnownSight;
  states: ReturnType<typeof statesIn>;
  isReady: boolean;
}

/** A page of flags with their clusters; the counts are over all that match but for `state` and `ready`. */
export async function readFlags(
  parts: ReadingParts,
  question: Question,
): Promise<FlagsPage> {
  const { memory, settings, directory } = parts;
  const { readyAfterMs } = settings;
  const seeing = seeingOf(parts, question);
  const { now } = seeing;
  const ofOwner = await servicesOfOwner(directory, question.owner);
  const found = memory
    .all()
    .filter(isKnown)
    .filter(sight => matches(sight.kept, question, ofOwner))
    .map<Found>(sight => ({
      sight,
      states: statesIn(sight, seeing),
      isReady: isReadyToRemove(sight, { now, readyAfterMs }),
    }))
    .filter(({ states }) => isAsked(states, question));
  const shown = found
    .filter(({ states }) => !question.state || states.has(question.state))
    .filter(
      ({ isReady }) =>
        question.ready === undefined || isReady === question.ready,
    );
  const page = pageOfList('flags', shown, question, one => one);
  return {
    ...page,
    items: await Promise.all(
      page.items.map(async ({ sight }) => ({
        ...(await aboutFlag(parts, sight)),
        groups: groupsOf(sight, seeing),
      })),
    ),
    clusters: columnsOf(seeing),
    counts: countsOf(found),
  };
}

/** Of a place that was asked for, only flags that are something there. */
function isAsked(
  states: Found['states'],
  { environment, cluster }: Question,
): boolean {
  if (!environment && !cluster) return true;
  return states.size > 1 || !states.has('absent');
}

function matches(
  kept: KnownSight['kept'],
  { service, owner, retired, text }: Question,
  ofOwner: ReadonlySet<string>,
): boolean {
  if (service && kept.service !== service) return false;
  if (retired !== (kept.retiredAt !== undefined)) return false;
  if (owner) {
    const isOwners = kept.owner
      ? kept.owner === owner
      : ofOwner.has(kept.service);
    if (!isOwners) return false;
  }
  if (!text) return true;
  const part = text.toLowerCase();
  return [kept.flag, kept.description ?? '', kept.service].some(one =>
    one.toLowerCase().includes(part),
  );
}

async function servicesOfOwner(
  directory: ServiceDirectory,
  owner: string | undefined,
): Promise<ReadonlySet<string>> {
  if (!owner) return new Set();
  const services = await directory.list();
  return new Set(
    services
      .filter(({ owners }) => owners.includes(owner))
      .map(({ ref }) => ref),
  );
}

function columnsOf({ clusters, silence }: Seeing): FlagsPage['clusters'] {
  return clusters.map(({ name, environment, region }) => ({
    cluster: name,
    environment,
    region,
    heardAt: momentOrNone(silence.heardAt(name)),
    isSilent: silence.isSilent(name),
  }));
}

function countsOf(found: Found[]): FlagsPage['counts'] {
  const standing = (
    state: 'queued' | 'on-its-way' | 'refused' | 'silent' | 'changed',
  ) => found.filter(({ states }) => states.has(state)).length;
  return {
    flags: found.length,
    queued: standing('queued'),
    'on-its-way': standing('on-its-way'),
    refused: standing('refused'),
    silent: standing('silent'),
    changed: standing('changed'),
    readyToRemove: found.filter(({ isReady }) => isReady).length,
  };
}
