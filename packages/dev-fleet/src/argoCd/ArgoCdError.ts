/** Codes of gRPC that are used, with the HTTP status of its gateway. */
const CODES = {
  invalid: [3, 400],
  denied: [7, 403],
  precondition: [9, 400],
  unimplemented: [5, 404],
  unauthenticated: [16, 401],
} as const;

/** An error as Argo CD's API answers it. */
export class ArgoCdError extends Error {
  constructor(private readonly kind: keyof typeof CODES, message: string) {
    super(message);
  }

  get status(): number {
    return CODES[this.kind][1];
  }

  toBody(): object {
    const { message } = this;
    return { error: message, code: CODES[this.kind][0], message };
  }
}
