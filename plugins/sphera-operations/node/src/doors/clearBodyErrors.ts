import { InputError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';

/**
 * What Express's body parser throws, in words for callers. Its own errors carry the
 * whole body, which may hold a secret, and the answer would repeat it.
 */
export const clearBodyErrors: ErrorRequestHandler = (
  error,
  _request,
  _response,
  next,
) => {
  switch (error?.type) {
    case 'entity.parse.failed':
      return next(
        new InputError(
          'The body must be JSON: an object with the fields of the operation',
        ),
      );
    case 'entity.too.large': {
      const limit = `${Math.floor(error.limit / 1024)} kB`;
      const tooLong = new InputError(`The body is too long: at most ${limit}`);
      return next(Object.assign(tooLong, { statusCode: 413 }));
    }
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return next(new InputError('The body must be JSON in UTF-8'));
    default:
      return next(error);
  }
};
