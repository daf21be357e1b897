import type { ObjectPlace } from '../reading/find';
import type { BoundsOverride } from './BoundsOverride';

/** The bounds that stand, in memory: who hears of a change reads them anew. */
export class StandingBounds {
  private byAutoscaler = new Map<string, BoundsOverride>();
  private reading?: Promise<void>;

  constructor(private readonly read: () => Promise<BoundsOverride[]>) {}

  /** Reads them anew; who asks from then on gets them. */
  async refresh(): Promise<void> {
    const reading = this.read().then(standing => {
      // An answer that was overtaken by a later question is of no use.
      if (this.reading !== reading) return;
      this.byAutoscaler = new Map(standing.map(one => [keyOf(one), one]));
    });
    this.reading = reading;
    await reading;
    // What overtook it may still be on its way.
    await this.reading;
  }

  /** All, as they were last read. */
  all(): BoundsOverride[] {
    return [...this.byAutoscaler.values()];
  }

  /** Those of one autoscaler. */
  of(place: ObjectPlace): BoundsOverride | undefined {
    return this.byAutoscaler.get(keyOf(place));
  }
}

function keyOf({ cluster, namespace, name }: ObjectPlace): string {
  return `${cluster}/${namespace}/${name}`;
}
