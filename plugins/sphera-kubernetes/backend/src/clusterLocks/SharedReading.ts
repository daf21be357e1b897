/**
 * Reads something for several who ask at once. Each gets what was read wholly
 * after asking: a reading that had begun by then might be older than the question.
 */
export class SharedReading<T> {
  private running?: Promise<unknown>;
  private next?: Promise<T>;

  constructor(private readonly read: () => Promise<T>) {}

  /** Reads, or joins a reading that has not begun yet. */
  fresh(): Promise<T> {
    this.next ??= this.begin();
    return this.next;
  }

  private async begin(): Promise<T> {
    // Whoever asks in the same turn joins, also when nothing runs.
    await (this.running ?? Promise.resolve()).catch(() => {});
    this.next = undefined;
    const reading = this.read();
    this.running = reading;
    return reading;
  }
}
