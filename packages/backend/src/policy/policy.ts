/** Who may do something; on what it depends is decided on the target of each call. */
export type Who =
  /** Everybody who is signed in. */
  | 'everyone'
  | 'nobody'
  /** Whoever owns the service, by themselves or through a team. */
  | 'owners'
  /** Members of the platform group. */
  | 'platform'
  /** Members of one of these groups (entity refs). */
  | { memberOf: string[] }
  /** Whoever acts in one of these environments; one who names none acts in all. */
  | { inEnvironment: string[] }
  | { anyOf: Who[] }
  | { allOf: Who[] }
  | { not: Who };

/** What the configuration says about some permissions. */
export interface Rule {
  /** Names; one that ends in `*` stands for all that begin like it. */
  permissions: string[];
  allow: Who;
}

/** The policy of the company: the first rule that matches a permission holds. */
export interface Policy {
  /** Entity ref of the group that may do everything that no rule says otherwise about. */
  platformGroup: string;
  rules: Rule[];
  /** Names of the fleet's environments. */
  environments: string[];
}

/** Whether a name in a rule stands for this permission. */
export function standsFor(pattern: string, permission: string): boolean {
  return pattern.endsWith('*')
    ? permission.startsWith(pattern.slice(0, -1))
    : permission === pattern;
}
