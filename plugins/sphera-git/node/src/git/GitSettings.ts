/** A repository on some host. */
export interface GitRemote {
  /** As the configuration names it; also the name of its cached clone. */
  name: string;
  /** What git clones: `https://github.com/kestrel/gitops.git`, `ssh://…`, `file:///…`. No credentials in it. */
  url: string;
  branch: string;
  /** For HTTP. Absent: there are none. */
  credentials?: { username: string; password: string };
}

/** Who commits, and how it is signed. */
export interface Committer {
  identity: { name: string; email: string };
  /** As git's `gpg.format` and `user.signingkey` say. */
  signing?: { format: 'ssh' | 'openpgp'; key: string };
}

/** Where in the configuration all this is written, for sentences. */
export interface GitKeys {
  /** `sphera.rollback.repositories` */
  repositories: string;
  /** `sphera.rollback.signing` */
  signing: string;
  /** `sphera.rollback.cloneFolder` */
  cloneFolder: string;
}

/** What a capability that works with repositories says about them. */
export interface GitSettings extends Committer {
  keys: GitKeys;
  repositories: GitRemote[];
  /** Folder of the cached clones. */
  cloneFolder: string;
  /** The remote is asked at most so often, in milliseconds. */
  fetchEvery: number;
}
