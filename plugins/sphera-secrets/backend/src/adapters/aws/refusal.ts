import { PlaceError } from '../../errors';
import { nameOf, secretInWords, type Errand } from './Errand';
import type { Thrown } from './placeError';

/** Fields that AWS names in its refusals; the rest of its words may quote values. */
const FIELDS: ReadonlyArray<readonly [pattern: RegExp, words: string]> = [
  [
    /'secret(String|Binary)'|secret value|too large/i,
    'its value: it has to be 1 to 65,536 bytes long',
  ],
  [
    /'name'|invalid name/i,
    'its name: it takes 1 to 512 letters, digits and /_+=.@-',
  ],
  [
    /'tags|tag ?key|tag ?value|\btags?\b/i,
    'a tag: there may be 50, with keys of up to 128 and values of up to 256 characters, not beginning with aws:',
  ],
  [/'description'/i, 'its description: it has to be 2,048 characters at most'],
  [/kms/i, 'its encryption key: it has to be an alias, an id or an ARN'],
  [/recovery/i, 'the recovery window: it takes 7 to 30 days'],
];

/** AWS understood, and does not do it. */
export function refusal(thrown: Thrown, errand: Errand): PlaceError {
  const { name, message = '' } = thrown;
  const { place, kmsKey } = errand;
  const subject = secretInWords(errand);
  if (/(De|En)cryptionFailure/.test(name ?? '')) {
    return new PlaceError(
      'refused',
      `${subject} cannot be ${
        name === 'EncryptionFailure' ? 'encrypted' : 'decrypted'
      } with ${
        kmsKey ? `the key ${kmsKey}` : 'its key'
      }: check that the key exists in ${place}, is enabled, and may be used by the portal`,
    );
  }
  if (name === 'LimitExceededException') {
    return new PlaceError(
      'refused',
      `${subject} meets a limit of AWS: too many secrets in the account, or too many versions of it`,
    );
  }
  if (name === 'InvalidRequestException' && /delet/i.test(message)) {
    return new PlaceError(
      'pending-deletion',
      `${subject} is deleted and waits for its end: restore it first`,
    );
  }
  if (errand.api === 'UpdateSecretVersionStage') {
    return new PlaceError(
      'changed',
      `${subject} was changed meanwhile: look at it again and repeat what you did`,
    );
  }
  const field = FIELDS.find(([pattern]) => pattern.test(message))?.[1];
  return new PlaceError(
    'refused',
    `AWS refuses ${field ?? `what was asked (${errand.api})`} (${
      errand.secret ? `${nameOf(errand.secret)} in ${place}` : place
    })`,
  );
}
