import { badRequest, unknownPatch } from '../StatusError';
import type { Json } from './json';
import { jsonPatch } from './jsonPatch';
import { mergePatch } from './mergePatch';
import { strategicMergePatch } from './strategicMergePatch';

const KINDS: Record<string, (document: Json, patch: Json) => Json> = {
  'application/json-patch+json': jsonPatch,
  'application/merge-patch+json': mergePatch,
  'application/strategic-merge-patch+json': strategicMergePatch,
};

/**
 * Reads a patch of one of the three kinds.
 *
 * @returns what it makes of a document
 * @throws StatusError 415 for another kind, 400 if it is no JSON
 */
export function readPatch(
  mediaType: string,
  body: string,
): (document: Json) => Json {
  const apply = KINDS[mediaType];
  if (!apply) throw unknownPatch();
  let patch: Json;
  try {
    patch = JSON.parse(body);
  } catch (error) {
    throw badRequest(`error decoding patch: ${(error as Error).message}`);
  }
  return document => apply(document, patch);
}
