/** The protection of one branch, as it is kept. */
export interface Protection {
  checks?: { isStrict: boolean; contexts: string[] };
  /** Absent: no pull request is needed. */
  reviews?: {
    approvals: number;
    /** What else was asked for, as GitHub calls it; told again and not acted on. */
    others: Record<string, unknown>;
  };
  /** Whether it holds for administrators too. */
  enforceAdmins: boolean;
  isLinear: boolean;
  /** Whether nobody may change the branch. */
  isLocked: boolean;
  allowsForce: boolean;
  allowsDeletion: boolean;
  blocksCreations: boolean;
  /** Who alone may push: logins, slugs of teams and of apps. Absent: whoever may write. */
  pushers?: { users: string[]; teams: string[]; apps: string[] };
  wantsConversations: boolean;
  wantsSignatures: boolean;
}

/** What holds where nothing was said. */
export const noProtection: Protection = {
  enforceAdmins: false,
  isLinear: false,
  isLocked: false,
  allowsForce: false,
  allowsDeletion: false,
  blocksCreations: false,
  wantsConversations: false,
  wantsSignatures: false,
};
