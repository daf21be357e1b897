import { inParts } from '@sphera/plugin-operations-node';
import type { Place } from '@sphera/plugin-secrets-common';
import type { SecretsClient, SecretValue } from '../adapters/SecretsClient';
import type { SecretRecord } from '../records/SecretRecord';
import type { LookParts } from './LookParts';
import { recordOf } from './recordOf';

const AT_ONCE = 10;
const ATTEMPTS = 3;

/** A value that was just set, as which version. */
export interface JustSet {
  value: SecretValue;
  versionId: string;
}

/**
 * Asks AWS for exactly these secrets, which unlike a list is always up to date. Those that somebody
 * else looked at meanwhile are asked for again, a few times; the next sweep sees to the rest.
 * @throws PlaceError, StorageError
 */
export async function lookAtSecrets(
  parts: LookParts,
  place: Place,
  fullNames: readonly string[],
  set?: JustSet,
): Promise<void> {
  const client = parts.clients.of(place);
  let names = [...new Set(fullNames)];
  for (let attempt = 0; names.length > 0 && attempt < ATTEMPTS; attempt++) {
    const since = await parts.follower.catchUp();
    const now = parts.clock.now();
    const { records, gone } = await describe(parts, client, place, names);
    names = await parts.records.write({
      place,
      records: await withValues(parts, client, records, set),
      gone,
      since,
      isDescribed: true,
      now,
    });
    await parts.follower.catchUp();
  }
}

async function describe(
  { memory, standard }: LookParts,
  client: SecretsClient,
  place: Place,
  names: readonly string[],
): Promise<{ records: SecretRecord[]; gone: string[] }> {
  const records: SecretRecord[] = [];
  const gone: string[] = [];
  for (const some of inParts(names, AT_ONCE)) {
    const described = await Promise.all(
      some.map(name => client.describe(name)),
    );
    described.forEach((listing, index) => {
      const name = some[index];
      if (!listing) gone.push(name);
      else {
        const before = memory.find(place, name);
        records.push(recordOf(place, listing, before, standard));
      }
    });
  }
  return { records, gone };
}

async function withValues(
  { services, values }: LookParts,
  client: SecretsClient,
  records: readonly SecretRecord[],
  set: JustSet | undefined,
): Promise<SecretRecord[]> {
  const known = await services.names();
  const withSet = records.map(record =>
    set?.versionId !== undefined && record.versionId === set.versionId
      ? values.withValue(record, set.value, set.versionId)
      : record,
  );
  const [needed, others] = [true, false].map(isNeeded =>
    withSet.filter(record => values.isNeeded(record, known) === isNeeded),
  );
  return [...others, ...(await values.read(client, needed))];
}
