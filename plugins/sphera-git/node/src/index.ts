export { PushRefusedError, RepositoryError, type PushRefusal } from './errors';
export type {
  BranchHead,
  CommitRequest,
  FileRevision,
  GitRepositories,
  GitRepository,
  LoggedCommit,
  PushOutcome,
} from './git/GitRepository';
export type {
  Committer,
  GitKeys,
  GitRemote,
  GitSettings,
} from './git/GitSettings';
export {
  type OpenRepositories,
  openRepositories,
} from './git/openRepositories';
export {
  type GitHubApi,
  GitHubRepository,
  type Patience,
} from './github/GitHubRepository';
export { GitHubRefusal, NoSuchThing } from './github/toNeighbourError';
export { type CloneUrl, parseCloneUrl } from './remote/cloneUrl';
export { credentialsOf } from './remote/credentialsOf';
export { type GitHubPlace, gitHubOf } from './remote/gitHubOf';
export { hosting } from './remote/hosting';
export { linksOf, type RepositoryLinks } from './remote/linksOf';
export { cloneFolderOf } from './settings/cloneFolderOf';
export { committerFields } from './settings/committerSchema';
export { remoteSchema } from './settings/remoteSchema';
export { address, credentials, linkWith, text } from './settings/texts';
