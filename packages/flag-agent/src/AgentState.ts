import type { BusState } from '@sphera/plugin-flags-node';
import type { TallyCounts } from './Tally';

/** How an agent is. */
export interface AgentState {
  /** Whether it knows everything that had been wished when it began to read, and has tried to apply it. */
  isCaughtUp: boolean;
  /** What keeps it from writing, in one sentence. */
  problem?: string;
  /** How many flags its place holds. */
  flags: number;
  /** What it has done in this run; `failures`: how often its place could not be read or written. */
  counts: TallyCounts & { failures: number };
  /** Reports that wait to be sent. */
  keptReports: number;
  /** Reports that were given up in this run, since too many waited. */
  droppedReports: number;
  /** When the other side last gave or took something, in milliseconds; absent: not in this run. */
  heardAt?: number;
  bus: BusState;
}
