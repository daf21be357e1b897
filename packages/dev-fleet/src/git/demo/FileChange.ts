import type { GitPerson } from '../fastImport';
import type { DemoFile, FileState } from './DemoFile';

/** What somebody changed in a file, once. */
export interface FileChange {
  file: DemoFile;
  /** In milliseconds. */
  at: number;
  /** What is otherwise from then on. */
  change: Partial<FileState>;
  subject: string;
  /** What follows the subject, paragraph by paragraph; trailers are the last one. */
  body?: string[];
  author: GitPerson;
  /** Whether it came through a pull request, whose number ends the subject. */
  hasPullRequest: boolean;
}
