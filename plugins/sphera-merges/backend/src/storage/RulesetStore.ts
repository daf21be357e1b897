import { inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { Frozen } from '../adapters/github/GitHub';

interface RulesetRow {
  organization: string;
  ruleset: number | string;
  frozen: string;
}

/** The portal's ruleset of an organisation, as it was switched last. */
export interface KeptRuleset {
  /** Its id at GitHub. */
  ruleset: number;
  frozen: Frozen;
}

/** Rulesets of organisations, so that a freeze is one call. */
export class RulesetStore {
  constructor(private readonly knex: Knex) {}

  async of(organization: string): Promise<KeptRuleset | undefined> {
    const row = await inStorage('read the ruleset', async () =>
      this.#rows().where({ organization }).first(),
    );
    return (
      row && { ruleset: Number(row.ruleset), frozen: JSON.parse(row.frozen) }
    );
  }

  async write(
    organization: string,
    { ruleset, frozen }: KeptRuleset,
  ): Promise<void> {
    await inStorage('write the ruleset down', async () =>
      this.#rows()
        .insert({ organization, ruleset, frozen: JSON.stringify(frozen) })
        .onConflict('organization')
        .merge(),
    );
  }

  #rows() {
    return this.knex<RulesetRow>('merge_rulesets');
  }
}
