import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { createRollbackPlugin } from '../../plugin';

/** Lets the next rollback stand still at one boundary, until it is told to go on. */
export class StoppingPoint {
  private isReached = false;
  private goOnNow = () => {};
  private readonly goesOn = new Promise<void>(go => {
    this.goOnNow = go;
  });

  /** @param boundary - like `before push of a commit` */
  constructor(private readonly boundary: string) {}

  /** The plugin that stops there. */
  readonly plugin = createRollbackPlugin({
    atBoundary: async name => {
      if (name !== this.boundary || this.isReached) return;
      this.isReached = true;
      await this.goesOn;
    },
  });

  /** Waits until a rollback stands still there. */
  async reached(): Promise<void> {
    await eventually(async () => {
      if (!this.isReached) throw new Error(`Nothing came to ${this.boundary}`);
    });
  }

  goOn(): void {
    this.goOnNow();
  }
}
