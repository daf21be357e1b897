import type { Pod } from '../../objects';
import type { Note } from '../EventRecorder';

/** What happens to a pod next. */
export interface Step {
  /** Names it, so that the same step is not planned twice. */
  name: string;
  /** In milliseconds. */
  after: number;
  /** The pod afterwards; `undefined` once it is gone. */
  apply(pod: Pod, now: number): Pod | undefined;
  notes: Note[];
  /** What happens in its place, if anything does once it is time. */
  instead?(): Step | undefined;
}

/** A node that pods run on. */
export interface NodePlace {
  name: string;
  address: string;
}
