import type { Flag } from '@sphera/plugin-flags-common';
import type { KeptFlag } from '../../storage/Kept';
import type { FlagSight } from '../memory/FlagSight';
import { moment, momentOrNone } from '../moment';
import type { ReadingParts } from '../ReadingParts';
import { readyToRemove } from './readyToRemove';

type Parts = Pick<
  ReadingParts,
  'directory' | 'titles' | 'stores' | 'settings' | 'clock'
>;

/** A flag that is known, as it is seen. */
export type KnownSight = FlagSight & { kept: KeptFlag };

/** Whether a flag is one of ours. */
export const isKnown = (sight: FlagSight): sight is KnownSight =>
  sight.kept !== undefined;

/** What answers say of a flag besides its clusters. */
export async function aboutFlag(
  parts: Parts,
  sight: KnownSight,
): Promise<Omit<Flag, 'cells'>> {
  const { titles, settings, clock } = parts;
  const { kept } = sight;
  const owner = await ownerOf(parts, kept);
  const refs = [kept.createdBy, kept.changedBy, ...(owner ? [owner] : [])];
  const people = await titles.persons(refs);
  return {
    flag: kept.flag,
    service: kept.service,
    type: kept.type,
    description: kept.description,
    purpose: kept.purpose,
    owner: owner === undefined ? undefined : people.get(owner),
    namesOwner: kept.owner !== undefined,
    endsOn: kept.endsOn,
    createdAt: moment(kept.createdAt),
    createdBy: people.get(kept.createdBy)!,
    changedAt: moment(kept.changedAt),
    changedBy: people.get(kept.changedBy)!,
    retiredAt: momentOrNone(kept.retiredAt),
    readyToRemove: readyToRemove(sight, {
      now: clock.now(),
      readyAfterMs: settings.readyAfterMs,
    }),
    rollout: await rolloutOf(parts, kept),
  };
}

/** Who it says; else who owns its service. */
async function ownerOf(
  { directory }: Pick<Parts, 'directory'>,
  { owner, service }: KeptFlag,
): Promise<string | undefined> {
  if (owner) return owner;
  const entry = await directory.get(service).catch(() => undefined);
  return entry?.owners[0];
}

async function rolloutOf(
  { stores }: Pick<Parts, 'stores'>,
  { rollout }: KeptFlag,
): Promise<Flag['rollout']> {
  const kept = rollout && (await stores.rollouts.get(rollout));
  if (!kept || kept.state === 'done' || kept.state === 'aborted') {
    return undefined;
  }
  const { id, state, sentence } = kept;
  return { id, state, sentence };
}
