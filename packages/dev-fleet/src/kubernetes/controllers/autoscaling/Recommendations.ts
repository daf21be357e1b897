/** How long fewer pods must have been enough before some are taken away, in milliseconds: `--horizontal-pod-autoscaler-downscale-stabilization`. */
const STABILIZATION = 300_000;

/** How many pods the load called for lately, so that a short lull takes none away. */
export class Recommendations {
  #recent: Array<{ at: number; replicas: number }> = [];

  /** Notes what is wanted now; answers how many pods there shall be. */
  stabilize(
    wanted: number,
    current: number,
    { least, most }: { least: number; most: number },
    now: number,
  ): number {
    if (this.#recent.length === 0) {
      this.#recent.push({ at: now, replicas: current });
    }
    this.#recent.push({ at: now, replicas: wanted });
    this.#recent = this.#recent.filter(({ at }) => at >= now - STABILIZATION);
    const highest = Math.max(...this.#recent.map(({ replicas }) => replicas));
    const replicas = wanted >= current ? wanted : Math.min(current, highest);
    // The bounds hold at once.
    return Math.min(most, Math.max(least, replicas));
  }
}
