import { inParts } from '@sphera/plugin-operations-node';
import type { Fingerprints } from '../fingerprints/Fingerprints';
import type { SecretRecord } from '../records/SecretRecord';
import { PlaceError } from '../errors';
import type { LookParts } from './LookParts';
import { undecided } from './undecided';

const AT_ONCE = 10;

/**
 * Where regions of an environment hold different values of one secret and it is not known who held what before,
 * asks for previous values, each once: so `stale` can be told from `different`.
 */
export class PreviousValues {
  // By service, the revision at which it was looked into.
  private readonly examined = new Map<string, number>();
  private readonly inVain = new Set<string>();
  private going: Promise<void> = Promise.resolve();

  constructor(
    private readonly parts: LookParts & { fingerprints: Fingerprints },
  ) {}

  /** Looks into every service that has changed since the last time. One after another, so that nothing is asked for twice. */
  async examine(): Promise<void> {
    this.going = this.going.catch(() => {}).then(() => this.examineChanged());
    return this.going;
  }

  private async examineChanged(): Promise<void> {
    const { memory, services, follower } = this.parts;
    await follower.catchUp();
    const changed = [...memory.serviceNames()].filter(
      name => this.examined.get(name) !== memory.revisionOf(name),
    );
    if (changed.length === 0) return;
    const known = await services.names();
    for (const some of inParts(changed, AT_ONCE)) {
      await Promise.all(
        some
          .filter(name => known.has(name))
          .map(name => this.examineService(name)),
      );
    }
  }

  private async examineService(name: string): Promise<void> {
    const { memory } = this.parts;
    const revision = memory.revisionOf(name);
    const groups = new Map<string, SecretRecord[]>();
    for (const record of memory.ofService(name)) {
      if (this.parts.standard.aboutOf(record).differsByRegion) continue;
      const key = `${record.place.environment}\n${record.name}`;
      groups.set(key, [...(groups.get(key) ?? []), record]);
    }
    let isDone = true;
    for (const group of groups.values()) {
      if (!(await this.learn(group))) isDone = false;
    }
    if (isDone) this.examined.set(name, revision);
  }

  /** @returns `false` where it has to be tried again */
  private async learn(group: readonly SecretRecord[]): Promise<boolean> {
    const asked = new Set<SecretRecord>();
    let known = group;
    for (;;) {
      const next = undecided(known, this.parts.fingerprints).find(
        record => !asked.has(record) && !this.inVain.has(keyOf(record)),
      );
      if (!next) return true;
      try {
        const record = await this.withPrevious(next);
        if (!record) return false;
        asked.add(record);
        known = known.map(one => (one === next ? record : one));
      } catch (error) {
        if (!(error instanceof PlaceError)) throw error;
        if (!isForGood(error)) return false;
        this.inVain.add(keyOf(next));
      }
    }
  }

  /** `undefined` where it was changed meanwhile. */
  private async withPrevious(
    before: SecretRecord,
  ): Promise<SecretRecord | undefined> {
    const { clients, follower, memory, records, values, clock } = this.parts;
    const { place, fullName, serviceName = '' } = before;
    const since = await follower.catchUp();
    if (memory.find(place, fullName) !== before) return undefined;
    const client = clients.of(place);
    const record = await values.readPrevious(client, {
      ...before,
      serviceName,
    });
    const doubtful = await records.write({
      place,
      records: [record],
      gone: [],
      since,
      isDescribed: true,
      now: clock.now(),
    });
    await follower.catchUp();
    return doubtful.length > 0 ? undefined : record;
  }
}

function keyOf({ arn, previousVersionId }: SecretRecord): string {
  return `${arn} ${previousVersionId}`;
}

function isForGood({ problem }: PlaceError): boolean {
  return ['not-found', 'pending-deletion', 'refused', 'unknown'].includes(
    problem,
  );
}
