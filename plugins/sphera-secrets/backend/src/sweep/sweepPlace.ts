import { inParts } from '@sphera/plugin-operations-node';
import type { Place } from '@sphera/plugin-secrets-common';
import { isSameListing } from '../records/isSameListing';
import type { SecretRecord } from '../records/SecretRecord';
import type { ListOrder } from './ListOrder';
import { lookAtSecrets } from './lookAtSecrets';
import type { LookParts } from './LookParts';
import { recordOf } from './recordOf';

/** Values that are read before what was found is kept: ten calls' worth. */
const ROUND = 200;

/**
 * Looks one place through to the end: lists everything, reads the values whose version is
 * new, keeps what has changed. Where nothing has, it costs the pages of the list and no more.
 * @throws PlaceError, StorageError; what was found until then is kept
 */
export async function sweepPlace(
  parts: LookParts,
  place: Place,
  order: ListOrder,
  signal?: AbortSignal,
): Promise<void> {
  const client = parts.clients.of(place);
  const since = await parts.follower.catchUp();
  const doubtful: string[] = [];
  const keep = async (
    records: readonly SecretRecord[],
    gone: readonly string[] = [],
  ) => {
    const now = parts.clock.now();
    const look = { place, since, isDescribed: false, now };
    const found = await parts.records.write({ ...look, records, gone });
    doubtful.push(...found);
  };

  const { changed, unread, gone } = await compare(parts, place, order, signal);
  await keep(changed, gone);
  const rounds = inParts(unread, ROUND);
  for (const [index, round] of rounds.entries()) {
    try {
      await keep(onlyChanged(parts, await parts.values.read(client, round)));
    } catch (error) {
      await keep(onlyChanged(parts, rounds.slice(index).flat()));
      throw error;
    }
    signal?.throwIfAborted();
  }
  if (doubtful.length > 0) await lookAtSecrets(parts, place, doubtful);
}

/** What AWS lists beside what is known. `unread`: those whose value has to be read, changed or not. */
async function compare(
  { clients, memory, standard, services, values }: LookParts,
  place: Place,
  order: ListOrder,
  signal: AbortSignal | undefined,
): Promise<{
  changed: SecretRecord[];
  unread: SecretRecord[];
  gone: string[];
}> {
  const catalog = await services.names();
  const listed = order.begin(memory.in(place));
  // By name: a list that changes between two pages may name one twice.
  const changed = new Map<string, SecretRecord>();
  const unread = new Map<string, SecretRecord>();
  for await (const page of clients.of(place).list({ signal })) {
    for (const listing of page) {
      const { fullName } = listing;
      const before = listed.find(fullName);
      const isSame = before !== undefined && isSameListing(before, listing);
      const record = isSame
        ? before
        : recordOf(place, listing, before, standard);
      if (values.isNeeded(record, catalog)) unread.set(fullName, record);
      else if (!isSame) changed.set(fullName, record);
    }
  }
  return {
    changed: [...changed.values()],
    unread: [...unread.values()],
    gone: listed.end(),
  };
}

function onlyChanged(
  { memory }: LookParts,
  records: readonly SecretRecord[],
): SecretRecord[] {
  return records.filter(record => {
    const before = memory.find(record.place, record.fullName);
    return (
      !before ||
      before.fingerprint?.digest !== record.fingerprint?.digest ||
      before.fingerprint?.versionId !== record.fingerprint?.versionId ||
      before.unreadable !== record.unreadable ||
      !isSameListing(before, record)
    );
  });
}
