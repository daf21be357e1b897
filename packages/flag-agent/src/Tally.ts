import type { ReportBody } from './reports/ReportBody';

/** How many of each an agent has told in this run. */
export interface TallyCounts {
  applied: number;
  held: number;
  overtaken: number;
  refused: number;
  unreadable: number;
}

/** Counts what an agent tells. */
export class Tally {
  readonly counts: TallyCounts = {
    applied: 0,
    held: 0,
    overtaken: 0,
    refused: 0,
    unreadable: 0,
  };

  add(bodies: ReportBody[]): void {
    for (const body of bodies) {
      if (body.kind === 'acknowledgement') this.counts[body.outcome] += 1;
      if (body.kind === 'refusal') this.counts.refused += 1;
      if (body.kind === 'unreadable') this.counts.unreadable += 1;
    }
  }
}
