import { versionField } from '@sphera/plugin-rollback-common';
import { SpotError } from '../../errors';
import type { VersionSpot } from '../Layouts';
import { parseDocuments, type ParsedDocument } from '../yaml/parseDocuments';
import { replaceScalar } from '../yaml/replaceScalar';
import type { ParsedScalar } from '../yaml/scalarText';

/** Where a version was found. */
export interface FoundVersion {
  scalar: ParsedScalar;
  /** As people read it: `image.tag`. */
  place: string;
  /** All that the scalar says: the version, or an image with it. */
  text: string;
  version: string;
  /** What the scalar says with another version. */
  with(version: string): string;
}

/** A spot that finds its version in the documents of a file. */
export function spotOf(
  find: (documents: ParsedDocument[]) => FoundVersion,
): VersionSpot {
  const look = (text: string) => {
    const found = find(parseDocuments(text));
    checkVersion(found.version, found.place);
    return found;
  };
  return {
    read: text => look(text).version,
    write(text, version) {
      const { scalar, ...found } = look(text);
      checkVersion(version, 'the new version');
      if (version === found.version) return text;
      return replaceScalar(text, scalar, {
        from: found.text,
        to: found.with(version),
        place: found.place,
      });
    },
  };
}

function checkVersion(version: string, place: string) {
  if (version.includes('@')) throw pinned(place);
  if (!versionField.safeParse(version).success) {
    throw new SpotError(`${place} must be the tag of an image, like 4.11.7`);
  }
}

/** Why an image with a digest is left alone: whatever its tag, the digest decides what runs. */
export function pinned(place: string): SpotError {
  return new SpotError(
    `${place} is pinned by a digest, which no version can replace; it must be a tag alone`,
  );
}
