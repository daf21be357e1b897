/** How many tags AWS keeps on a secret. */
export const MOST_TAGS = 50;
const LONGEST_VALUE = 256;
// https://docs.aws.amazon.com/secretsmanager/latest/userguide/managing-secrets_tagging.html
const STRANGE = /[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu;

/** A text as AWS takes it for the value of a tag: strange characters become hyphens. */
export function asTagValue(text: string): string {
  return text.replace(STRANGE, '-').slice(0, LONGEST_VALUE).trim();
}
