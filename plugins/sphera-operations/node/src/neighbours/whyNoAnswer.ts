/** What fetch throws, as far as it is looked at. */
interface Thrown {
  name?: string;
  message?: string;
  cause?: { code?: string };
}

/** Why a call got no answer, from what fetch threw: `cannot be reached (ECONNREFUSED)`. Has no address in it. */
export function whyNoAnswer(error: unknown): string {
  const { name, message = '', cause } = error as Thrown;
  if (name === 'TimeoutError' || /timeout|aborted|in time/i.test(message)) {
    return 'did not answer in time';
  }
  const code = cause?.code ?? /\b(?:E|UND_ERR_)[A-Z_]{4,}\b/.exec(message)?.[0];
  return `cannot be reached (${code ?? 'network'})`;
}
