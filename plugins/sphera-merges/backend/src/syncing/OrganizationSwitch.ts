import { Mutex } from 'async-mutex';
import type { Clock } from '@sphera/plugin-operations-node';
import type { Frozen, GitHub } from '../adapters/github/GitHub';
import type { KeptRepository } from '../storage/KeptRepository';
import type { MergeSettings } from '../settings/MergeSettings';
import type { Stores } from '../storage/openStores';
import { FROZEN_CONTEXT } from './contexts';

const TURN_MS = 60_000;
const ASK_AGAIN_MS = 200;
/** So long a comparison is good for all repositories of an organisation. */
const COMPARED_FOR_MS = 30_000;

/** Switches the ruleset of an organisation to what is wanted of its repositories: one call, by one replica at a time. */
export class OrganizationSwitch {
  readonly #mutex = new Mutex();
  /** When each organisation was compared with GitHub, milliseconds. */
  readonly #comparedAt = new Map<string, number>();

  constructor(
    private readonly parts: {
      stores: Pick<Stores, 'repositories' | 'rulesets' | 'turns'>;
      github: Pick<GitHub, 'freeze'>;
      settings: Pick<MergeSettings, 'except'>;
      clock: Clock;
    },
  ) {}

  /**
   * @param deep - whether to compare it with GitHub, too
   * @param isSwitch - whether something else is wanted, which is on the record; else it stays as it was switched last
   * @throws NeighbourError
   */
  async bring(
    organization: string,
    { deep, isSwitch }: { deep: boolean; isSwitch: boolean },
  ): Promise<void> {
    if (!deep && !isSwitch) return;
    await this.#mutex.runExclusive(() =>
      this.#inTurn(organization, async () => {
        const { repositories, rulesets } = this.parts.stores;
        const own = (await repositories.all()).filter(({ name }) =>
          name.startsWith(`${organization}/`),
        );
        const frozen = isSwitch
          ? frozenOf(own)
          : (await rulesets.of(organization))?.frozen ?? [];
        await this.#switch(organization, frozen, deep);
      }),
    );
  }

  /** Switches it off, where it was ever on: another strategy is used now. */
  async release(organization: string): Promise<void> {
    const kept = await this.parts.stores.rulesets.of(organization);
    if (!kept || kept.frozen.length === 0) return;
    await this.#mutex.runExclusive(() =>
      this.#inTurn(organization, () => this.#switch(organization, [], false)),
    );
  }

  async #switch(organization: string, frozen: Frozen, isAsked: boolean) {
    const { stores, github, clock } = this.parts;
    const comparedAt = this.#comparedAt.get(organization) ?? -Infinity;
    const deep = isAsked && comparedAt < clock.now() - COMPARED_FOR_MS;
    const kept = await stores.rulesets.of(organization);
    const isAsKept =
      kept && JSON.stringify(kept.frozen) === JSON.stringify(frozen);
    if (isAsKept && !deep) return;
    // Nothing was ever frozen there, and nothing is to be.
    if (!kept && frozen.length === 0 && !deep) return;
    const ruleset = await github.freeze(
      organization,
      frozen,
      {
        context: FROZEN_CONTEXT,
        except: this.#exceptIn(organization),
      },
      deep ? undefined : kept?.ruleset,
    );
    await stores.rulesets.write(organization, { ruleset, frozen });
    if (deep) this.#comparedAt.set(organization, clock.now());
  }

  #exceptIn(organization: string): string[] {
    return this.parts.settings.except
      .filter(name => name.startsWith(`${organization}/`))
      .map(name => name.split('/')[1]);
  }

  async #inTurn(organization: string, run: () => Promise<void>) {
    const { clock, stores } = this.parts;
    const name = `organization ${organization}`;
    const take = () =>
      stores.turns.take(name, clock.now(), clock.now() + TURN_MS);
    while (!(await take())) {
      await new Promise<void>(resolve => {
        clock.after(ASK_AGAIN_MS, resolve);
      });
    }
    try {
      await run();
    } finally {
      await stores.turns.letGo(name);
    }
  }
}

/** Everything, where a freeze is on all services; else the frozen ones by name. */
function frozenOf(repositories: readonly KeptRepository[]): Frozen {
  const frozen = repositories.filter(({ wanted }) => wanted === 'frozen');
  const isAll = frozen.some(({ freezes }) =>
    freezes.some(({ service }) => service === undefined),
  );
  return isAll ? 'all' : frozen.map(({ name }) => name.split('/')[1]).sort();
}
