import { invalidTag, tooManyTags } from '../errors';
import type { StoredRepository, Tag } from '../store/StoredRepository';
import type { Call, Operation } from './Operation';

const MOST_TAGS = 50;
/** Letters, digits and spaces of any script, and these. */
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

export const tagResource: Operation = call => {
  const repository = taggedIn(call);
  const added = checkTags(call.fields.list<Tag>('tags') ?? []);
  repository.tags = checkTags([
    ...repository.tags.filter(
      ({ Key }) => !added.some(each => each.Key === Key),
    ),
    ...added,
  ]);
  return {};
};

export const untagResource: Operation = call => {
  const repository = taggedIn(call);
  const keys = call.fields.list<string>('tagKeys') ?? [];
  repository.tags = repository.tags.filter(({ Key }) => !keys.includes(Key));
  return {};
};

export const listTagsForResource: Operation = call => ({
  tags: taggedIn(call).tags,
});

function taggedIn({ registry, fields }: Call): StoredRepository {
  return registry.byArn(fields.needed('resourceArn'));
}

/** @throws AwsError where AWS would not take these tags */
export function checkTags(tags: readonly Tag[]): readonly Tag[] {
  if (tags.length > MOST_TAGS) throw tooManyTags(MOST_TAGS);
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length) {
    throw invalidTag('Duplicate tag keys are not allowed');
  }
  for (const { Key, Value = '' } of tags) {
    if (!Key || Key.length > 128 || !TAG_TEXT.test(Key) || /^aws:/i.test(Key)) {
      throw invalidTag(`Invalid tag key: ${Key}`);
    }
    if (Value.length > 256 || !TAG_TEXT.test(Value)) {
      throw invalidTag(`Invalid value of tag ${Key}`);
    }
  }
  return tags.map(({ Key, Value = '' }) => ({ Key, Value }));
}
