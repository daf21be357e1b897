import type { KeptRepository } from '../storage/KeptRepository';

/** Whether everything of a repository is to be compared with GitHub, rather than with what GitHub was told. */
export function isDeep({ askedDeep, done, known }: KeptRepository): boolean {
  return askedDeep > done || known.defaultBranch === undefined;
}
