import { PartlyDone } from './partlyDone';

/** One call of several that a dialog makes, one after the other. */
export interface Step {
  /** What it is about, like the name of a secret. */
  title: string;
  run(): Promise<unknown>;
}

/** How far a step is. It never holds what the step sent. */
export type StepState = { title: string } & (
  | { state: 'waiting' | 'running' | 'done' | 'stopped' }
  | { state: 'failed'; error: Error }
  | { state: 'partly'; changes: PartlyDone[] }
);

/** Whether all of it was done. */
export function isDone({ state }: StepState): boolean {
  return state === 'done';
}
