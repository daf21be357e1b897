/** A refusal as Codefresh tells it. */
export class CodefreshError extends Error {
  constructor(readonly status: number, readonly code: string, message: string) {
    super(message);
    this.name = code;
  }
}
