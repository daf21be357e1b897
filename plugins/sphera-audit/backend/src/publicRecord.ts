import type { AuditRecord } from '@sphera/plugin-audit-common';
import type { StoredRecord } from './chain/chain';

/** A stored record as callers see it. */
export function publicRecord(stored: StoredRecord): AuditRecord {
  return { ...stored, details: detailsOf(stored.details) };
}

// What somebody wrote into the database by hand is shown, not tripped over.
function detailsOf(text: string): AuditRecord['details'] {
  try {
    const value = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value;
    }
  } catch {
    // falls through to the text itself
  }
  return { unreadable: text };
}
