import { inStorage, type Revisions } from '@sphera/plugin-operations-node';
import {
  type Place,
  placeName,
  type SecretsPlace,
} from '@sphera/plugin-secrets-common';
import type { Knex } from 'knex';

/** How well a place is seen. */
export interface PlaceSight extends Place {
  state: Exclude<SecretsPlace['state'], 'waiting'>;
  /** Why it is lost, a sentence. */
  problem?: string;
  /** When it was last looked through to the end, in milliseconds since 1970. */
  sweptAt?: number;
}

interface PlaceRow {
  id: string;
  environment: string;
  region: string;
  state: PlaceSight['state'];
  problem: string | null;
  swept_at: number | string | null;
}

/** Keeps how well each place is seen, for all replicas. */
export class PlaceStore {
  constructor(
    private readonly knex: Knex,
    private readonly revisions: Revisions,
  ) {}

  /** Notes that a place was looked through to the end. Moment in milliseconds since 1970. */
  async noteSwept(place: Place, now: number): Promise<void> {
    await this.note(place, { state: 'live', problem: null, swept_at: now });
  }

  /** Notes that a place does not answer; since when it is not seen any more, stays. */
  async noteLost(place: Place, problem: string): Promise<void> {
    await this.note(place, { state: 'lost', problem });
  }

  async all(): Promise<PlaceSight[]> {
    const rows = await inStorage('read the places', async () =>
      this.knex<PlaceRow>('secret_places'),
    );
    return rows.map(row => ({
      environment: row.environment,
      region: row.region,
      state: row.state,
      problem: row.problem ?? undefined,
      sweptAt: row.swept_at === null ? undefined : Number(row.swept_at),
    }));
  }

  private async note(
    { environment, region }: Place,
    sight: Partial<PlaceRow> & Pick<PlaceRow, 'state'>,
  ) {
    const id = placeName({ environment, region });
    await this.revisions.raise('note the state of a place', async trx =>
      trx<PlaceRow>('secret_places')
        .insert({ id, environment, region, ...sight })
        .onConflict('id')
        .merge(Object.keys(sight) as Array<keyof PlaceRow>),
    );
  }
}
