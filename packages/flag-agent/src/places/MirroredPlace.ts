import type { Running } from '@sphera/plugin-flags-node';
import type { FlagPlace, Kept } from './FlagPlace';

/** One place, and a copy of it elsewhere, which follows; whoever edits the copy finds his change gone. */
export class MirroredPlace implements FlagPlace {
  readonly name: string;
  constructor(
    private readonly original: FlagPlace,
    private readonly copy: FlagPlace,
  ) {
    this.name = `${original.name} and ${copy.name}`;
  }

  get maxBytes(): number | undefined {
    return this.original.maxBytes ?? this.copy.maxBytes;
  }

  /** Also brings the copy up to date. */
  async read(): Promise<Kept | undefined> {
    const kept = await this.original.read();
    if (kept) await this.mirror(kept.text);
    return kept;
  }

  /** Where the copy cannot be written, the next reading tries again. */
  async write(text: string, over: Kept | undefined): Promise<Kept> {
    const kept = await this.original.write(text, over);
    await this.mirror(text);
    return kept;
  }

  async setAside(text: string, at: Date): Promise<string> {
    return this.original.setAside(text, at);
  }

  watch(onChange: () => void): Running {
    const both = [this.original.watch(onChange), this.copy.watch(onChange)];
    return {
      async stop() {
        for (const one of both) await one.stop();
      },
    };
  }

  private async mirror(text: string): Promise<void> {
    const there = await this.copy.read();
    if (there?.text !== text) await this.copy.write(text, there);
  }
}
