import { inParts, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { StoredNumber } from './changeRow';

/** A version that the portal set for somebody. */
export interface WrittenVersion {
  versionId: string;
  /** Entity ref. */
  service: string;
  name: string;
  /** Entity ref of the person, or subject of the program. */
  by: string;
  operation: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Id of the change. */
  change: string;
}

interface WrittenRow {
  version_id: string;
  service: string;
  name: string;
  written_by: string;
  operation: string;
  written_at: StoredNumber;
  change_id: string;
}

/** How many values one statement may carry on every database. */
const AT_ONCE = 100;

/** Remembers who set which version through the portal. */
export class WrittenStore {
  constructor(private readonly knex: Knex) {}

  /** The same again is nothing. */
  async add(versions: readonly WrittenVersion[]): Promise<void> {
    for (const some of inParts(versions, AT_ONCE)) {
      await inStorage('note who set a version', async () =>
        this.written()
          .insert(some.map(toRow))
          .onConflict('version_id')
          .ignore(),
      );
    }
  }

  /** Of those of these versions that the portal set, by version id. */
  async writtenBy(
    versionIds: readonly string[],
  ): Promise<Map<string, WrittenVersion>> {
    const found = new Map<string, WrittenVersion>();
    for (const some of inParts(versionIds, AT_ONCE)) {
      const rows = await inStorage('read who set a version', async () =>
        this.written().whereIn('version_id', some),
      );
      for (const row of rows) found.set(row.version_id, toWritten(row));
    }
    return found;
  }

  private written() {
    return this.knex<WrittenRow>('written_versions');
  }
}

function toRow(version: WrittenVersion): WrittenRow {
  return {
    version_id: version.versionId,
    service: version.service,
    name: version.name,
    written_by: version.by,
    operation: version.operation,
    written_at: version.at,
    change_id: version.change,
  };
}

function toWritten(row: WrittenRow): WrittenVersion {
  return {
    versionId: row.version_id,
    service: row.service,
    name: row.name,
    by: row.written_by,
    operation: row.operation,
    at: Number(row.written_at),
    change: row.change_id,
  };
}
