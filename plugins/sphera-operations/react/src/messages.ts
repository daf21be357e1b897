import { ResponseError } from '@backstage/errors';

/** One field of an input that the backend did not accept. */
export interface FieldProblem {
  /** Path of the field, like `actions.0`; empty: the input as a whole. */
  field: string;
  /** What it should be, as the end of a sentence that begins with the field. */
  message: string;
}

/** Found by a page itself, before anything was sent. */
export class WrongInput extends Error {
  constructor(readonly fields: FieldProblem[]) {
    super('Something is not right yet');
  }
}

/** The one sentence about an error that a person should read. */
export function messageOf(error: unknown): string {
  if (isResponseError(error)) return error.body.error.message;
  // What browsers throw when no answer came: each words it differently.
  if (error instanceof TypeError) {
    return 'sphera did not answer. Check your connection and try again.';
  }
  return error instanceof Error ? error.message : String(error);
}

/** Words of the backend as a sentence that others may follow. */
export function asSentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

/** The fields that were wrong; empty where the error is about something else. */
export function problemsOf(error: unknown): FieldProblem[] {
  if (error instanceof WrongInput) return error.fields;
  return (detailsOf(error).fields as FieldProblem[] | undefined) ?? [];
}

/** Whether the backend understood the call and said no: asking again is no use. */
export function isRefusal(error: unknown): boolean {
  return (
    isResponseError(error) && error.statusCode >= 400 && error.statusCode < 500
  );
}

/** Whether the person may not do this. */
export function isNotAllowed(error: unknown): boolean {
  return isResponseError(error) && error.statusCode === 403;
}

/** Whether there is nothing of that name, or not any more. */
export function isNotFound(error: unknown): boolean {
  return isResponseError(error) && error.statusCode === 404;
}

/** Whether somebody else was there first: looking again may help. */
export function isConflict(error: unknown): boolean {
  return isResponseError(error) && error.statusCode === 409;
}

// By name: several copies of the errors package may be in one app.
function isResponseError(error: unknown): error is ResponseError {
  return error instanceof Error && error.name === 'ResponseError';
}

/** What an error tells besides its sentence, as the operation that failed defines it; empty where there is nothing. */
export function detailsOf(error: unknown): Record<string, unknown> {
  if (!isResponseError(error)) return {};
  const { details } = error.body.error;
  return typeof details === 'object' && details !== null
    ? (details as Record<string, unknown>)
    : {};
}
