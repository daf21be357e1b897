export {
  ManifestError,
  PushRefusedError,
  RepositoryError,
  type PushRefusal,
} from './errors';
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
export { type OnTop, pushOnTop } from './git/pushOnTop';
export {
  type GitHubAccess,
  type GitHubApi,
  type Patience,
} from './github/GitHubClient';
export { GitHubOrganization } from './github/GitHubOrganization';
export { GitHubRepository } from './github/GitHubRepository';
export { readFile } from './github/readFile';
export { GitHubRefusal, NoSuchThing } from './github/toNeighbourError';
export { checkManifest, type ManifestRules } from './manifests/checkManifest';
export { MANIFEST_KINDS } from './manifests/MANIFEST_KINDS';
export { ownManifestPath } from './manifests/ownManifestPath';
export { type CloneUrl, parseCloneUrl } from './remote/cloneUrl';
export { credentialsOf } from './remote/credentialsOf';
export { type GitHubPlace, gitHubOf } from './remote/gitHubOf';
export { hosting } from './remote/hosting';
export { linksOf, type RepositoryLinks } from './remote/linksOf';
export { sourceOf } from './remote/sourceOf';
export { cloneFolderOf } from './settings/cloneFolderOf';
export { committerFields } from './settings/committerSchema';
export { remoteSchema } from './settings/remoteSchema';
export { address, credentials, linkWith, text } from './settings/texts';
