import type { Pool } from '../Pool';
import type { ObjectRecord } from '../records';
import type { Fingerprints } from '../Fingerprints';

/** The metadata of an object as an API server writes it, as far as it is read here. */
export interface RawMetadata {
  uid?: string;
  namespace?: string;
  name?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: Array<{ kind: string; uid: string; controller?: boolean }>;
}

/** What turning objects into records needs: shared copies, and stand-ins for values. */
export interface RecordTools {
  pool: Pool;
  fingerprints: Fingerprints;
}

/** What every record has. */
export function objectRecord(
  metadata: RawMetadata | undefined,
  { pool }: RecordTools,
): ObjectRecord {
  return {
    uid: metadata?.uid ?? '',
    namespace: pool.text(metadata?.namespace ?? ''),
    name: pool.text(metadata?.name ?? ''),
    resourceVersion: metadata?.resourceVersion ?? '',
  };
}

/** Milliseconds since 1970; `undefined` where there is no moment. */
export function timeOf(text: string | null | undefined): number | undefined {
  const time = text ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** The uid of the controller that made an object, if it is of that kind. */
export function controllerOf(
  metadata: RawMetadata | undefined,
  kind: string,
): string | undefined {
  return metadata?.ownerReferences?.find(
    owner => owner.kind === kind && owner.controller !== false,
  )?.uid;
}
