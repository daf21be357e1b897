import { PublicError } from '../errors';

/** An outside system (GitHub, Slack, Argo CD, a registry) does not answer or says no (502 or 503). */
export class NeighbourError extends PublicError {
  name = 'NeighbourError' as const;
  readonly statusCode = 502;
  /**
   * @param isPassing - whether trying again later can help
   * @param retryAfter - how long it asks to be left alone, in milliseconds
   */
  constructor(
    message: string,
    readonly isPassing: boolean,
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}
