import { PublicError } from '@sphera/plugin-operations-node';

/** Why AWS did not do in one place what was asked. */
export type PlaceProblem =
  /** Asked too often, also after waiting. */
  | 'throttled'
  /** The portal's role lacks a right. */
  | 'denied'
  /** The role or its session is not accepted (any more). */
  | 'signed-out'
  /** No answer. */
  | 'unreachable'
  /** No such secret or version. */
  | 'not-found'
  /** It is deleted and waits for its end. */
  | 'pending-deletion'
  /** A secret of this name exists. */
  | 'exists'
  /** It was changed meanwhile. */
  | 'changed'
  /** AWS refuses what was asked: too long, a bad name, a limit, a key that cannot be used. */
  | 'refused'
  /** No such place keeps secrets. */
  | 'unknown'
  /** Anything else. */
  | 'failed';

const STATUS: Record<PlaceProblem, number> = {
  throttled: 503,
  denied: 502,
  'signed-out': 502,
  unreachable: 503,
  'not-found': 404,
  'pending-deletion': 409,
  exists: 409,
  changed: 409,
  refused: 400,
  unknown: 400,
  failed: 502,
};

/** AWS did not do in one place what was asked. The message is a sentence that names the place. */
export class PlaceError extends PublicError {
  name = 'PlaceError' as const;
  readonly statusCode: number;
  constructor(readonly problem: PlaceProblem, message: string) {
    super(message);
    this.statusCode = STATUS[problem];
  }
}

export { FieldError } from '@sphera/plugin-operations-node';
