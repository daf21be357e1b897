/** What a check came to. */
export interface Finding {
  isGood: boolean;
  /** For people. */
  sentence: string;
}
