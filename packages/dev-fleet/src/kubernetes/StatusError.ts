import { qualifiedName, type Resource } from './resources';

/** What an error's Status says beside its message. */
export interface StatusDetails {
  name?: string;
  group?: string;
  kind?: string;
  uid?: string;
  causes?: Array<{ reason?: string; message: string; field?: string }>;
  retryAfterSeconds?: number;
}

/** An answer that says no, in the words of the real API server (k8s.io/apimachinery/pkg/api/errors). */
export class StatusError extends Error {
  constructor(
    readonly code: number,
    /** Empty where the real one gives none. */
    readonly reason: string,
    message: string,
    readonly details?: StatusDetails,
    /** Goes into the list metadata of the Status: where a list that expired may go on. */
    readonly continueWith?: string,
  ) {
    super(message);
    this.name = 'StatusError';
  }

  /** The body that the client gets. */
  toStatus() {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: this.continueWith ? { continue: this.continueWith } : {},
      status: 'Failure',
      message: this.message,
      ...(this.reason && { reason: this.reason }),
      ...(this.details && { details: this.details }),
      code: this.code,
    };
  }
}

const details = (resource: Resource, name?: string): StatusDetails => ({
  ...(name && { name }),
  ...(resource.group && { group: resource.group }),
  kind: resource.plural,
});

export const badRequest = (message: string) =>
  new StatusError(400, 'BadRequest', message);

export const unauthorized = () =>
  new StatusError(401, 'Unauthorized', 'Unauthorized');

export const notFound = (resource: Resource, name: string) =>
  new StatusError(
    404,
    'NotFound',
    `${qualifiedName(resource)} "${name}" not found`,
    details(resource, name),
  );

export const noSuchResource = () =>
  new StatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );

export const methodNotAllowed = () =>
  new StatusError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );

export const alreadyExists = (resource: Resource, name: string) =>
  new StatusError(
    409,
    'AlreadyExists',
    `${qualifiedName(resource)} "${name}" already exists`,
    details(resource, name),
  );

export const conflict = (resource: Resource, name: string, why: string) =>
  new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${qualifiedName(
      resource,
    )} "${name}": ${why}`,
    details(resource, name),
  );

export const changedMeanwhile = (resource: Resource, name: string) =>
  conflict(
    resource,
    name,
    'the object has been modified; please apply your changes to the latest version and try again',
  );

export const expired = (message: string, continueWith?: string) =>
  new StatusError(410, 'Expired', message, undefined, continueWith);

export const unsupportedMediaType = (accepted: string[]) =>
  new StatusError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
  );

/** A patch of a kind that is not known. */
export const unknownPatch = () =>
  new StatusError(
    415,
    'UnsupportedMediaType',
    '415: Unsupported Media Type',
    {},
  );

/** A failure that the real one does not foresee either. */
export const internalError = (message: string) =>
  new StatusError(500, '', message);

/** A patch that is well formed but cannot be applied, such as one whose `test` fails. */
export const unprocessable = () =>
  new StatusError(
    422,
    'Invalid',
    'the server rejected our request due to an error in our request',
    {},
  );

/** One field that is wrong. */
export interface FieldError {
  field: string;
  reason: 'FieldValueInvalid' | 'FieldValueRequired';
  /** As it follows the field's name: `Invalid value: -1: must be …`. */
  message: string;
}

export const invalid = (
  resource: Resource,
  name: string,
  errors: FieldError[],
) => {
  const sentences = errors.map(({ field, message }) => `${field}: ${message}`);
  return new StatusError(
    422,
    'Invalid',
    `${resource.kind}${
      resource.group && `.${resource.group}`
    } "${name}" is invalid: ${
      sentences.length === 1 ? sentences[0] : `[${sentences.join(', ')}]`
    }`,
    {
      ...details(resource, name),
      kind: resource.kind,
      causes: errors.map(({ field, reason, message }) => ({
        reason,
        message,
        field,
      })),
    },
  );
};

export const versionFromTheFuture = (asked: number, current: number) =>
  new StatusError(
    504,
    'Timeout',
    `Timeout: Too large resource version: ${asked}, current: ${current}`,
    {
      causes: [
        {
          reason: 'ResourceVersionTooLarge',
          message: 'Too large resource version',
        },
      ],
      retryAfterSeconds: 1,
    },
  );
