/** A call got no answer in the time that it had. */
export class TooLate extends Error {
  override name = 'TooLate';
  /** @param wasThrottled - it was answered, but as one too many each time */
  constructor(readonly milliseconds: number, readonly wasThrottled: boolean) {
    super('too late');
  }
}
