/** An error as AWS tells it: its type, its sentence, the HTTP status. */
export class AwsError extends Error {
  constructor(readonly type: string, message: string, readonly status = 400) {
    super(message);
    this.name = type;
  }
}
