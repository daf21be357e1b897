/** Who a ruleset does not hold for. */
export interface BypassActor {
  actor_id: number | null;
  actor_type:
    | 'OrganizationAdmin'
    | 'RepositoryRole'
    | 'Team'
    | 'Integration'
    | 'DeployKey';
  bypass_mode: 'always' | 'pull_request';
}

/** One rule, as the API has it. */
export interface RulesetRule {
  type: string;
  parameters?: Record<string, unknown>;
}

/** Names that a ruleset is about: patterns of `fnmatch`, `~ALL`, `~DEFAULT_BRANCH`. */
export interface NameCondition {
  include: string[];
  exclude: string[];
}

/** A ruleset of a repository or of an organisation. */
export interface Ruleset {
  id: number;
  name: string;
  target: 'branch' | 'tag';
  source_type: 'Repository' | 'Organization';
  /** `kestrel-parcels/parcels` or `kestrel-parcels` */
  source: string;
  enforcement: 'active' | 'disabled' | 'evaluate';
  bypass_actors: BypassActor[];
  conditions: {
    ref_name?: NameCondition;
    repository_name?: NameCondition & { protected?: boolean };
    repository_id?: { repository_ids: number[] };
  };
  rules: RulesetRule[];
  created_at: string;
  updated_at: string;
}

/** Types of rules that there are. */
export const RULE_TYPES: readonly string[] = [
  'creation',
  'update',
  'deletion',
  'required_linear_history',
  'required_signatures',
  'pull_request',
  'required_status_checks',
  'non_fast_forward',
  'required_deployments',
  'commit_message_pattern',
  'commit_author_email_pattern',
  'committer_email_pattern',
  'branch_name_pattern',
  'tag_name_pattern',
  'merge_queue',
  'workflows',
  'code_scanning',
];
