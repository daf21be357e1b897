import type { Running } from '@sphera/plugin-flags-node';
import {
  PlaceChangedError,
  PlaceError,
  type FlagPlace,
  type Kept,
} from '../places/FlagPlace';

/** A place in memory whose writing can be made to fail. */
export class PlaceOfTest implements FlagPlace {
  readonly name = 'the place of the test';
  /** Why it cannot be written. */
  problem: string | undefined;
  kept: Kept | undefined;
  /** What the next write waits for. */
  hold: Promise<void> | undefined;
  private version = 0;

  constructor(readonly maxBytes?: number) {}

  async read(): Promise<Kept | undefined> {
    return this.kept;
  }

  async write(text: string, over: Kept | undefined): Promise<Kept> {
    const { hold } = this;
    this.hold = undefined;
    await hold;
    if (this.problem) throw new PlaceError(this.problem);
    if (over?.version !== this.kept?.version) {
      throw new PlaceChangedError('Somebody else changes it');
    }
    this.version += 1;
    this.kept = { text, version: String(this.version) };
    return this.kept;
  }

  async setAside(): Promise<string> {
    return 'beside';
  }

  watch(): Running {
    return { stop: async () => {} };
  }
}
