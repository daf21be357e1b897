import { NAME_TOKEN } from '@sphera/plugin-secrets-common';

/** How many tags AWS keeps on a secret. */
export const MOST_TAGS = 50;
const LONGEST_VALUE = 256;
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/managing-secrets_tagging.html
const STRANGE = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;

/**
 * A text as AWS takes it for the value of a tag: strange characters become hyphens.
 * A name that is still to be chosen stays readable as such.
 */
export function asTagValue(text: string): string {
  return text
    .split(NAME_TOKEN)
    .map(part => part.replace(STRANGE, '-'))
    .join(NAME_TOKEN)
    .slice(0, LONGEST_VALUE)
    .trim();
}
