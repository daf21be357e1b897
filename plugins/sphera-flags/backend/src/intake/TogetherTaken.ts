/** A batch that waits to be taken. */
interface Waiting<T> {
  items: T[];
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Takes what comes from many sides at once together: while one lot is being taken, the next gathers. So each partition
 * keeps its order, and a transaction is worth its price also where each brings little.
 */
export class TogetherTaken<T> {
  private waiting: Waiting<T>[] = [];
  private isTaking = false;

  /** @param most - what one lot may weigh, unless one batch alone weighs more */
  constructor(
    private readonly takeAll: (items: T[]) => Promise<void>,
    private readonly most: number,
    private readonly weightOf: (item: T) => number = () => 1,
  ) {}

  /** Resolved once all of it was taken; what its lot fails of is thrown to each that was in it. */
  async take(items: T[]): Promise<void> {
    if (items.length === 0) return;
    const taken = new Promise<void>((resolve, reject) => {
      this.waiting.push({ items, resolve, reject });
    });
    if (!this.isTaking) void this.takeOnAndOn();
    await taken;
  }

  private async takeOnAndOn(): Promise<void> {
    this.isTaking = true;
    // Whoever comes in the same moment is in the first lot.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const lot = this.nextLot();
      try {
        await this.takeAll(lot.flatMap(({ items }) => items));
        for (const { resolve } of lot) resolve();
      } catch (error) {
        for (const { reject } of lot) reject(error);
      }
    }
    this.isTaking = false;
  }

  private nextLot(): Waiting<T>[] {
    let weight = 0;
    const end = this.waiting.findIndex(({ items }, index) => {
      for (const item of items) weight += this.weightOf(item);
      return index > 0 && weight > this.most;
    });
    return this.waiting.splice(0, end < 0 ? this.waiting.length : end);
  }
}
