/** What is asked to be promoted. */
export interface PromotionWish {
  /** Entity ref. */
  service: string;
  /** The environment that runs it. */
  from: string;
  /** The environment that is to run it. */
  to: string;
  /** Absent: what `from` runs. */
  version?: string;
  /** Absent: all in which it has a manifest for `to`. */
  regions?: string[];
}
