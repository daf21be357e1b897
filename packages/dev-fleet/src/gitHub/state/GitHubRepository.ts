import type { HostedRepository } from '../../git/HostedRepositories';
import type { Hook } from '../hooks/Hook';
import type { CheckRuns } from '../pullRequests/CheckRuns';
import type { PullRequestBook } from '../pullRequests/PullRequestBook';
import type { Protection } from '../rules/Protection';
import type { Ruleset } from '../rules/Ruleset';
import type { Label } from './Label';
import type { Permission } from './Permission';
import { usualSettings, type Settings } from './Settings';

/** A repository with all that GitHub knows of it besides what is in Git. */
export class GitHubRepository {
  settings: Settings = usualSettings;
  topics: string[] = [];
  labels: Label[] = [];
  /** By branch. */
  readonly protections = new Map<string, Protection>();
  readonly rulesets: Ruleset[] = [];
  readonly hooks: Hook[] = [];
  /** By slug of a team. */
  readonly teams = new Map<string, Permission>();
  /** By login. */
  readonly collaborators = new Map<string, Permission>();
  /** Variables of its workflows. */
  readonly variables = new Map<string, string>();
  /** Login of who made it. */
  creator?: string;
  readonly book: PullRequestBook;

  constructor(
    readonly id: number,
    readonly hosted: HostedRepository,
    /** When it was made, in milliseconds. */
    readonly createdAt: number,
    bookOf: (repository: GitHubRepository) => PullRequestBook,
  ) {
    this.book = bookOf(this);
  }

  /** `kestrel-parcels/parcels` */
  get name(): string {
    return this.hosted.name;
  }

  get owner(): string {
    return this.name.split('/')[0];
  }

  /** Its name without the owner's. */
  get repo(): string {
    return this.name.split('/')[1];
  }

  get checks(): CheckRuns {
    return this.book.checks;
  }
}
