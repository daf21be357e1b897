import type { updateSecret } from '@sphera/plugin-secrets-common';
import type { InputOf } from '@sphera/plugin-operations-common';
import type { SecretValue } from '../../adapters/SecretsClient';
import { FieldError } from '../../errors';
import type { Standard } from '../../standard/Standard';

type ValueInput = Pick<
  InputOf<typeof updateSecret>,
  'value' | 'encoding' | 'generate'
>;

const HALF_A_CHARACTER = /\p{Surrogate}/u;

/**
 * The value that somebody brings; `undefined` where it is to be made up, or left as it is.
 * @throws FieldError, which never quotes it
 */
export function givenValue(
  { value, encoding, generate }: ValueInput,
  standard: Pick<Standard, 'valueProblem' | 'longestValue'>,
): SecretValue | undefined {
  if (value !== undefined && generate) {
    throw new FieldError(
      'generate',
      'must be left out where a value is given: one of the two',
    );
  }
  if (value === undefined) {
    if (encoding === 'base64') {
      throw new FieldError('encoding', 'is for a value, and none is given');
    }
    if (generate && generate.length > standard.longestValue) {
      throw new FieldError(
        'generate.length',
        `is too long: at most ${standard.longestValue} bytes are allowed`,
      );
    }
    return undefined;
  }
  const given = encoding === 'base64' ? binary(value) : text(value);
  const problem = standard.valueProblem(given);
  if (problem) throw new FieldError('value', problem);
  return given;
}

function text(content: string): SecretValue {
  if (HALF_A_CHARACTER.test(content)) {
    throw new FieldError(
      'value',
      'has half a character in it, which AWS cannot keep: send it as base64',
    );
  }
  return { encoding: 'text', content };
}

function binary(content: string): SecretValue {
  if (Buffer.from(content, 'base64').toString('base64') !== content) {
    throw new FieldError(
      'value',
      'must be written in base64, with its padding and without spaces',
    );
  }
  return { encoding: 'binary', content };
}
