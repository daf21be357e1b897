import type { ImageState } from '@sphera/plugin-rollback-common';
import type { Clock } from '@sphera/plugin-operations-node';

/** How long each answer is good, in milliseconds: a registry that is back is asked again soon. */
const GOOD_FOR: Record<ImageState, number> = {
  exists: 60_000,
  missing: 60_000,
  unknown: 10_000,
};
const MOST = 10_000;

interface Remembered {
  state: Promise<ImageState>;
  /** Absent as long as the answer is on its way. */
  until?: number;
}

/** What registries said lately; who asks the same meanwhile shares the answer. */
export class ImageMemory {
  readonly #answers = new Map<string, Remembered>();

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  /** @param ask - is called where nothing is known, or no longer */
  of(image: string, ask: () => Promise<ImageState>): Promise<ImageState> {
    const known = this.#answers.get(image);
    if (
      known &&
      (known.until === undefined || this.clock.now() < known.until)
    ) {
      return known.state;
    }
    const remembered: Remembered = {
      state: ask().then(state => {
        remembered.until = this.clock.now() + GOOD_FOR[state];
        return state;
      }),
    };
    this.#answers.delete(image);
    this.#answers.set(image, remembered);
    this.#forgetOldest();
    return remembered.state;
  }

  #forgetOldest(): void {
    if (this.#answers.size <= MOST) return;
    const [oldest] = this.#answers.keys();
    this.#answers.delete(oldest);
  }
}
