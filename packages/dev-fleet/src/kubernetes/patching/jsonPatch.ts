import { applyPatch, JsonPatchError, type Operation } from 'fast-json-patch';
import { badRequest, unprocessable } from '../StatusError';
import type { Json } from './json';

/**
 * RFC 6902.
 *
 * @throws StatusError 400 if it is no patch, 422 if it cannot be applied, as where a `test` fails
 */
export function jsonPatch(document: Json, patch: Json): Json {
  if (!Array.isArray(patch)) {
    throw badRequest(
      'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    );
  }
  try {
    return applyPatch(
      document,
      patch as unknown as Operation[],
      true,
      false,
      true,
    ).newDocument;
  } catch (error) {
    if (error instanceof JsonPatchError) throw unprocessable();
    throw error;
  }
}
