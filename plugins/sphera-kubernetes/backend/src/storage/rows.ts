import type { ObjectPlace } from '../reading/find';

/** A large number, as a database answers it: PostgreSQL writes them as text. */
export type StoredNumber = number | string;

/** A stored number; moments are milliseconds since 1970. */
export const toNumber = (stored: StoredNumber): number => Number(stored);

/** What a row carries while it is open, so that the database lets one be open per object. */
export const openKey = ({ cluster, namespace, name }: ObjectPlace): string =>
  `${cluster}/${namespace}/${name}`;
