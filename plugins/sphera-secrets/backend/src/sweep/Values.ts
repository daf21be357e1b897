import { type Clock, inParts } from '@sphera/plugin-operations-node';
import type { SecretsClient, SecretValue } from '../adapters/SecretsClient';
import type { Fingerprints } from '../fingerprints/Fingerprints';
import { withEarlier } from '../fingerprints/inherited';
import type { SecretRecord } from '../records/SecretRecord';

/** How many values AWS answers at once. */
const AT_ONCE = 20;
const DAY_MS = 24 * 3_600_000;

/** Turns values of secrets into fingerprints; the values are let go at once. */
export class Values {
  constructor(
    private readonly fingerprints: Fingerprints,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** Whether its value has to be read: nothing is known of its current version, or only by an older key. */
  isNeeded(record: SecretRecord, services: ReadonlySet<string>): boolean {
    const { serviceName, versionId, deletedAt, fingerprint } = record;
    const isKnown =
      fingerprint !== undefined &&
      fingerprint.versionId === versionId &&
      this.fingerprints.isCurrent(fingerprint);
    return (
      !isKnown &&
      versionId !== undefined &&
      deletedAt === undefined &&
      serviceName !== undefined &&
      services.has(serviceName)
    );
  }

  /**
   * Reads the values of secrets of services, 20 at a time.
   * @throws PlaceError where the place does not answer
   */
  async read(
    client: SecretsClient,
    records: readonly SecretRecord[],
  ): Promise<SecretRecord[]> {
    const parts = await Promise.all(
      inParts(records, AT_ONCE).map(some => this.readSome(client, some)),
    );
    return parts.flat();
  }

  /**
   * Reads the previous value of a secret of a service.
   * @throws PlaceError where there is none, or the place does not answer
   */
  async readPrevious(
    client: SecretsClient,
    record: SecretRecord & { serviceName: string },
  ): Promise<SecretRecord> {
    const value = await client.value(record.fullName, 'previous');
    const { serviceName, earlier } = record;
    const one = this.fingerprints.of(serviceName, value, value.versionId);
    return { ...this.justRead(record), earlier: withEarlier(earlier, one) };
  }

  /** The secret with the fingerprint of a value that its current version holds. */
  withValue(
    record: SecretRecord,
    value: SecretValue,
    versionId: string,
  ): SecretRecord {
    if (record.serviceName === undefined) return record;
    const fingerprint = this.fingerprints.of(
      record.serviceName,
      value,
      versionId,
    );
    return { ...record, fingerprint, unreadable: undefined };
  }

  private async readSome(
    client: SecretsClient,
    records: readonly SecretRecord[],
  ): Promise<SecretRecord[]> {
    const { values, problems } = await client.values(
      records.map(({ arn }) => arn),
    );
    return records.map(record => {
      const value = values.get(record.arn);
      if (value) {
        return this.justRead(this.withValue(record, value, value.versionId));
      }
      return { ...record, unreadable: problems.get(record.arn) };
    });
  }

  private justRead(record: SecretRecord): SecretRecord {
    const now = this.clock.now();
    return { ...record, portalReadOn: now - (now % DAY_MS) };
  }
}
