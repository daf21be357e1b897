import { invalidParameter, limitExceeded } from '../errors';
import type { Tag } from '../store/StoredSecret';
import type { Operation } from './Operation';
import { openSecret } from './openSecret';

const MOST_TAGS = 50;
/** Letters, digits and spaces of any script, and these. */
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export const tagResource: Operation = ({ store, fields, now }) => {
  const secret = openSecret(store, fields);
  const added = checkTags(fields.list<Tag>('Tags') ?? []);
  const kept = secret.tags.filter(
    ({ Key }) => !added.some(tag => tag.Key === Key),
  );
  secret.tags = checkTags([...kept, ...added]);
  secret.changedAt = now;
  return {};
};

export const untagResource: Operation = ({ store, fields, now }) => {
  const secret = openSecret(store, fields);
  const keys = fields.list<string>('TagKeys') ?? [];
  secret.tags = secret.tags.filter(({ Key }) => !keys.includes(Key));
  secret.changedAt = now;
  return {};
};

/** @throws AwsError where AWS would not take these tags */
export function checkTags(tags: readonly Tag[]): readonly Tag[] {
  if (tags.length > MOST_TAGS) {
    throw limitExceeded(
      `You can't have more than ${MOST_TAGS} tags on a secret.`,
    );
  }
  const keys = new Set(tags.map(({ Key }) => Key));
  if (keys.size < tags.length) {
    throw invalidParameter('Duplicate tag keys are not allowed.');
  }
  for (const { Key, Value = '' } of tags) {
    if (!Key || Key.length > 128 || !TAG_TEXT.test(Key)) {
      throw invalidParameter(`Invalid tag key: ${Key}`);
    }
    if (/^aws:/i.test(Key)) {
      throw invalidParameter("Tag keys can't start with the prefix aws:.");
    }
    if (Value.length > 256 || !TAG_TEXT.test(Value)) {
      throw invalidParameter(`Invalid value of tag ${Key}`);
    }
  }
  return tags.map(({ Key, Value = '' }) => ({ Key, Value }));
}
