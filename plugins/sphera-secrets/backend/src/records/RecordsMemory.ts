import {
  type Place,
  placeName,
  type SecretsPlace,
} from '@sphera/plugin-secrets-common';
import type { PlaceSettings } from '../standard/SecretsSettings';
import type { Standard } from '../standard/Standard';
import type { KeptRow, KeptSecret } from '../storage/recordRow';
import type { PlaceSight } from '../storage/PlaceStore';
import type { SecretRecord } from './SecretRecord';
import type { SecretsMemory } from './SecretsMemory';
import { toRecord } from './toRecord';

const NONE: readonly never[] = [];

/** What one replica has read of the database, ready for every question. */
export class RecordsMemory implements SecretsMemory {
  private readonly shelves: ReadonlyMap<
    string,
    { place: Place; records: Map<string, SecretRecord> }
  >;
  private readonly services = new Map<string, readonly SecretRecord[]>();
  private readonly revisions = new Map<string, number>();
  private readonly listeners: Array<Parameters<SecretsMemory['onChange']>[0]> =
    [];
  private sights = new Map<string, PlaceSight>();
  revision = 0;

  constructor(
    private readonly parts: {
      places: readonly PlaceSettings[];
      standard: Pick<Standard, 'claimOf'>;
      callsOf: (place: Place) => SecretsPlace['calls'];
      failed: (error: unknown) => void;
    },
  ) {
    this.shelves = new Map(
      parts.places.map(({ environment, region }) => {
        const place = { environment, region };
        return [placeName(place), { place, records: new Map() }];
      }),
    );
  }

  ofService(serviceName: string): readonly SecretRecord[] {
    return this.services.get(serviceName) ?? NONE;
  }

  /** Names of the services that have secrets, as the secrets have them. */
  serviceNames(): Iterable<string> {
    return this.services.keys();
  }

  find(place: Place, fullName: string): SecretRecord | undefined {
    return this.in(place).get(fullName);
  }

  /** All in one place, by full name. */
  in(place: Place): ReadonlyMap<string, SecretRecord> {
    return this.shelves.get(placeName(place))?.records ?? new Map();
  }

  *all(): Iterable<SecretRecord> {
    for (const { records } of this.shelves.values()) yield* records.values();
  }

  places(): readonly SecretsPlace[] {
    return this.parts.places.map(({ environment, region, account }) => {
      const place = { environment, region };
      const sight = this.sights.get(placeName(place));
      const { state = 'waiting', problem, sweptAt } = sight ?? {};
      return {
        ...place,
        account,
        state,
        problem,
        sweptAt:
          sweptAt === undefined ? undefined : new Date(sweptAt).toISOString(),
        secrets: this.in(place).size,
        calls: this.parts.callsOf(place),
      };
    });
  }

  revisionOf(serviceName: string): number {
    return this.revisions.get(serviceName) ?? 0;
  }

  onChange(listener: Parameters<SecretsMemory['onChange']>[0]): void {
    this.listeners.push(listener);
  }

  /** Takes in what was written to the database. */
  take(rows: readonly KeptRow[]): void {
    const changed = new Set<string>();
    let isOfNobody = false;
    for (const row of rows) {
      for (const { serviceName } of this.replace(row)) {
        if (serviceName === undefined) isOfNobody = true;
        else changed.add(serviceName);
      }
    }
    if (changed.size === 0 && !isOfNobody) return;
    this.revision++;
    for (const name of changed) this.revisions.set(name, this.revision);
    this.tell(isOfNobody ? 'all' : changed);
  }

  /** Takes in how well the places are seen. */
  takeSights(sights: readonly PlaceSight[]): void {
    const before = this.sights;
    this.sights = new Map(sights.map(sight => [placeName(sight), sight]));
    const isTheSame = this.parts.places.every(place => {
      const [was, is] = [before, this.sights].map(all =>
        all.get(placeName(place)),
      );
      return was?.state === is?.state && was?.problem === is?.problem;
    });
    if (isTheSame) return;
    this.revision++;
    this.tell('all');
  }

  /** @returns the record as it was and as it is now, where it was and is */
  private replace({ place, fullName, secret }: KeptRow): SecretRecord[] {
    const shelf = this.shelves.get(placeName(place));
    if (!shelf) return [];
    const before = shelf.records.get(fullName);
    const after = secret && this.toRecord(shelf.place, secret);
    if (before) {
      this.setService(before.serviceName, all =>
        all.filter(one => one !== before),
      );
    }
    if (after) {
      shelf.records.set(fullName, after);
      this.setService(after.serviceName, all => [...all, after]);
    } else {
      shelf.records.delete(fullName);
    }
    return [before, after].filter(one => one !== undefined);
  }

  private toRecord(place: Place, secret: KeptSecret): SecretRecord {
    const claim = this.parts.standard.claimOf(place, secret);
    const siblings = this.ofService(claim.serviceName ?? '');
    return toRecord(place, secret, claim, siblings);
  }

  private setService(
    name: string | undefined,
    change: (records: readonly SecretRecord[]) => readonly SecretRecord[],
  ) {
    if (name === undefined) return;
    const records = change(this.ofService(name));
    if (records.length > 0) this.services.set(name, records);
    else this.services.delete(name);
  }

  private tell(changed: ReadonlySet<string> | 'all') {
    for (const listener of this.listeners) {
      try {
        listener(changed);
      } catch (error) {
        this.parts.failed(error);
      }
    }
  }
}
