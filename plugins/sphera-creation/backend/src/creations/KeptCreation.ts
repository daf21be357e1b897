import type {
  Creation,
  CreationLink,
  CreationStep,
  CreationStepState,
  Draft,
} from '@sphera/plugin-creation-common';

/** What a step made, as far as undoing has to know it. */
export interface Made {
  /** False: it was there already, and stays at an undo. */
  isOurs: boolean;
  /** Of secrets: their names. */
  names?: string[];
  /** Of manifests: their paths. */
  paths?: string[];
  /** Of the catalog: id of the location. */
  location?: string;
}

/** One step, as it is kept. Moments in milliseconds. */
export interface KeptStep {
  step: CreationStep;
  state: CreationStepState['state'];
  sentence?: string;
  at?: number;
  links: CreationLink[];
  made?: Made;
}

/** A creation as it is kept. Moments in milliseconds. */
export interface KeptCreation {
  id: string;
  state: Creation['state'];
  draft: Draft;
  startedAt: number;
  /** Entity ref of a person, or the name of a program. */
  startedBy: string;
  endedAt?: number;
  task?: string;
  steps: KeptStep[];
}
