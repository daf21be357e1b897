import {
  abortRollout,
  type Agent,
  createFlag,
  type Flag,
  type FlagChange,
  type FlagDrift,
  type FlagRow,
  type FlagsPage,
  getFlag,
  getMessaging,
  getRings,
  getRollout,
  killFlag,
  listAgents,
  listChanges,
  listDrift,
  listFlags,
  listRollouts,
  listSetAside,
  mendDrift,
  type Messaging,
  pauseRollout,
  restoreFlag,
  resumeRollout,
  retireFlag,
  type Rings,
  type Rollout,
  setFlag,
  startRollout,
} from '@sphera/plugin-flags-common';
import { AnswersOfTest, page } from '@sphera/plugin-operations-react/testUtils';
import { listServices } from '@sphera/plugin-services-common';
import {
  agent,
  booking,
  change,
  flag,
  flagRow,
  messaging,
  quotes,
} from './answers';
import { fiveClusters } from './fleet';
import { rings, rollout } from './rollouts';

/** Flags of a company, in memory; filters are the few that tests use. */
export class FlagsOfTest extends AnswersOfTest {
  rows: FlagRow[] = [flagRow('new-checkout'), flagRow('quotes.fast-lane')];
  clusters: FlagsPage['clusters'] = fiveClusters();
  flag: Flag = flag();
  changes: FlagChange[] = [];
  rollouts: Rollout[] = [];
  drift: FlagDrift[] = [];
  agents: Agent[] = fiveClusters().map(({ cluster }) => agent(cluster));
  messaging: Messaging = messaging();
  setAside: Record<string, unknown>[] = [];
  rings: Rings = rings();

  protected override readonly answers: Record<string, (input: any) => unknown> =
    {
      [listFlags.name]: input => this.list(input),
      [getFlag.name]: () => this.flag,
      [listChanges.name]: input => page(this.changes, input),
      [listRollouts.name]: input => page(this.rollouts, input),
      [listDrift.name]: input =>
        page(
          this.drift.filter(
            one =>
              (!input.flag || one.flag === input.flag) &&
              (!input.environment || one.environment === input.environment),
          ),
          input,
        ),
      [mendDrift.name]: () => ({ changes: [] }),
      [listAgents.name]: input =>
        page(
          this.agents.filter(
            one => !input.environment || one.environment === input.environment,
          ),
          input,
        ),
      [getMessaging.name]: () => this.messaging,
      [getRings.name]: () => this.rings,
      [getRollout.name]: () => this.rollouts[0],
      ...Object.fromEntries(
        [createFlag, setFlag, killFlag, retireFlag, restoreFlag].map(
          ({ name }) => [name, () => ({ changes: [change({ id: name })] })],
        ),
      ),
      ...Object.fromEntries(
        [startRollout, pauseRollout, resumeRollout, abortRollout].map(
          ({ name }) => [name, () => rollout({ id: 'rollout-9' })],
        ),
      ),
      [listSetAside.name]: input => page(this.setAside, input),
      [listServices.name]: () => ({
        ...page(
          [
            {
              service: quotes,
              name: 'quotes',
              title: 'Quotes',
              owners: [],
              type: 'service',
              environments: [],
              facts: {},
            },
          ],
          { limit: 50 },
        ),
        facets: {
          teams: [{ value: booking.ref, title: booking.title, count: 1 }],
          environments: [],
          types: [],
          lifecycles: [],
        },
        staleFacts: [],
      }),
    };

  private list(input: any): FlagsPage {
    const matching = this.rows.filter(
      ({ flag: key, service, retiredAt }) =>
        (!input.text || key.includes(input.text)) &&
        (!input.service || service === input.service) &&
        input.retired === Boolean(retiredAt),
    );
    const found = matching.filter(
      ({ groups, readyToRemove }) =>
        (!input.state || groups.some(({ state }) => state === input.state)) &&
        (!input.ready || readyToRemove),
    );
    // What one filters by leaves the counts to filter by as they are.
    const having = (state: string) =>
      matching.filter(({ groups }) => groups.some(one => one.state === state))
        .length;
    return {
      ...page(found, input),
      clusters: this.clusters.filter(
        one => !input.environment || one.environment === input.environment,
      ),
      counts: {
        flags: matching.length,
        queued: having('queued'),
        'on-its-way': having('on-its-way'),
        refused: having('refused'),
        silent: having('silent'),
        changed: having('changed'),
        readyToRemove: matching.filter(one => one.readyToRemove).length,
      },
    };
  }
}
