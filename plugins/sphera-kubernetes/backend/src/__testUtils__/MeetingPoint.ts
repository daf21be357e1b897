/** Where callers wait for each other, so that what they do next they do in the same moment. */
export class MeetingPoint {
  private waiting: Array<() => void> = [];

  constructor(private readonly parties: number) {}

  /** Resolves when all have arrived; then it is as new. */
  async arrive(): Promise<void> {
    const met = new Promise<void>(resolve => this.waiting.push(resolve));
    if (this.waiting.length === this.parties) {
      const all = this.waiting;
      this.waiting = [];
      for (const go of all) go();
    }
    return met;
  }
}
