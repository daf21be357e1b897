import { PlaceError } from '../../errors';
import type { Thrown } from './placeError';

const NETWORK =
  /^(ECONN|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT|EHOST|ENET|ERR_SOCKET|ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/** Whether nobody answered. */
export function isUnreachable({ name = '', code = '' }: Thrown): boolean {
  return NETWORK.test(code) || name === 'TimeoutError' || name === 'AbortError';
}

/** @param who - `AWS Secrets Manager` */
export function unreachable(
  who: string,
  { code = '', name = '' }: Thrown,
  place: string,
): PlaceError {
  const why = NETWORK.test(code) ? code : name;
  return new PlaceError(
    'unreachable',
    `${who} cannot be reached for ${place} (${why}): check the network between the portal and this region`,
  );
}
