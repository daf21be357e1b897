/** What there is of a repository. */
export interface FoundRepository {
  /** Where people look. */
  url: string;
  defaultBranch: string;
  /** In milliseconds. */
  createdAt: number;
  /** The newest commit of the default branch; absent where nothing was pushed yet. */
  head?: string;
  /** Id of the creation that its catalog-info.yaml names. */
  creation?: string;
}

/** A team and what it may do. */
export interface TeamAccess {
  slug: string;
  permission: string;
}

/**
 * Repositories of services, in the organization of the settings. Each call may be repeated.
 * Every method throws `NeighbourError`, whose sentence has no credentials.
 */
export interface ServiceRepositories {
  /** `undefined` where there is none. */
  look(name: string): Promise<FoundRepository | undefined>;
  /** Whether there is one: one call, for an answer while somebody types. */
  exists(name: string): Promise<boolean>;
  /** Text of a file at a commit; `undefined` where there is none. */
  read(name: string, commit: string, path: string): Promise<string | undefined>;
  /** Protection of the default branch, labels, topics as the settings have them, and access of these teams. */
  settle(name: string, teams: TeamAccess[]): Promise<void>;
  /** None of this name is fine. */
  delete(name: string): Promise<void>;
  /** Where people will look. */
  urlOf(name: string): string;
}
