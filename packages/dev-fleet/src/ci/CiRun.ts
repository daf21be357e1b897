import type { CiEvent, WorkflowJob } from './Workflow';

export type JobState =
  | 'queued'
  | 'in_progress'
  | 'success'
  | 'failure'
  | 'skipped';

/** A job of a run, as it stands. */
export interface CiJob extends WorkflowJob {
  state: JobState;
  /** What there is to say of its end. */
  note?: string;
}

/** The jobs that an event started. */
export interface CiRun {
  id: number;
  /** `kestrel-parcels/quotes` */
  repository: string;
  branch: string;
  commit: string;
  event: CiEvent;
  /** In milliseconds since 1970. */
  startedAt: number;
  jobs: CiJob[];
}

/** Of how many characters of its commit the tag of an image is. */
const TAG_LENGTH = 12;

/** The tag that the image of a run has. */
export const tagOf = ({ commit }: CiRun): string => commit.slice(0, TAG_LENGTH);

/** What a repository builds: it is called as the repository is. */
export const serviceOf = ({ repository }: CiRun): string =>
  repository.slice(repository.indexOf('/') + 1);
