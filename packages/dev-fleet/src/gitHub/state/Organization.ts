import type { Hook } from '../hooks/Hook';
import type { Ruleset } from '../rules/Ruleset';

/** Some people of an organisation. */
export interface Team {
  id: number;
  slug: string;
  name: string;
  description: string;
  /** Logins. */
  members: string[];
}

/** An organisation as a stand-in is given it. */
export interface OrganizationWish {
  login: string;
  name?: string;
  teams?: Array<Pick<Team, 'slug'> & Partial<Omit<Team, 'id' | 'slug'>>>;
}

/** What owns repositories. */
export class Organization {
  readonly teams: Team[];
  readonly rulesets: Ruleset[] = [];
  readonly hooks: Hook[] = [];

  constructor(
    readonly id: number,
    readonly wish: OrganizationWish,
    nextId: () => number,
  ) {
    this.teams = (wish.teams ?? []).map(
      ({ slug, name = slug, description = '', members = [] }) => ({
        id: nextId(),
        slug,
        name,
        description,
        members,
      }),
    );
  }

  get login(): string {
    return this.wish.login;
  }

  team(slug: string): Team | undefined {
    return this.teams.find(each => each.slug === slug);
  }

  /** Everybody who is in one of its teams. */
  members(): string[] {
    return [...new Set(this.teams.flatMap(({ members }) => members))];
  }
}
