/** What a benchmark found. */
export interface Result {
  bench: string;
  /** What was measured over the same of the peer. */
  ratio: number;
  /** What the ratio is held to. */
  bar: number;
  holds: boolean;
  /** Further measures, their unit in the name. */
  [measure: string]: string | number | boolean;
}

/** Tells what was found on the way to the result, on a line of its own. */
export function tell(measures: Record<string, number>): void {
  console.log(JSON.stringify(measures));
}

/** Runs a benchmark: its result is the last line of output, the exit code says whether it holds. */
export async function report(benchmark: () => Promise<Result>): Promise<void> {
  try {
    const result = await benchmark();
    const ratio = Number(result.ratio.toFixed(3));
    console.log(JSON.stringify({ ...result, ratio }));
    process.exit(result.holds ? 0 : 1);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}
