import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  getMergeHold,
  HOLD_STATES,
  type HoldState,
  listMergeHolds,
  reconcileMerges,
} from '@sphera/plugin-merges-common';
import {
  FieldError,
  type OperationsService,
  pageOfList,
} from '@sphera/plugin-operations-node';
import type { Looking } from './Looking';
import type { MergeSettings } from './settings/MergeSettings';
import type { KeptRepository } from './storage/KeptRepository';
import type { Stores } from './storage/openStores';
import { toHold, toPullRequest } from './toAnswer';

/** How many pull requests an answer has at most. */
const SHOWN = 500;

/** Opens the doors of the operations that people ask. */
export function handleOperations(
  operations: OperationsService,
  parts: {
    /** Absent: `sphera.merges` is not configured. */
    settings?: MergeSettings;
    stores: Stores;
    looking?: Looking;
  },
): void {
  const { settings, stores, looking } = parts;

  operations.handle(listMergeHolds, async ({ input }) => {
    const rows = settings ? await stores.repositories.all() : [];
    const hooks = settings ? await stores.hooks.all() : [];
    const search = input.search?.toLowerCase() ?? '';
    const found = rows
      .filter(({ state }) => !input.state || state === input.state)
      .filter(({ name }) => name.includes(search))
      .sort(byUrgency);
    return {
      ...pageOfList('merge-holds', found, input, row => toHold(row, settings!)),
      strategy: settings?.strategy ?? 'check',
      counts: Object.fromEntries(
        HOLD_STATES.map(state => [
          state,
          rows.filter(row => row.state === state).length,
        ]),
      ) as Record<HoldState, number>,
      exemption: settings?.exemption,
      unheard: hooks.flatMap(({ organization, problem }) =>
        problem ? [{ organization, problem }] : [],
      ),
    };
  });

  operations.handle(getMergeHold, async ({ input }) => {
    const row = settings && (await rowOf(stores, input));
    if (!row) {
      throw new NotFoundError(
        `The portal looks after no merges of ${
          input.service ?? input.repository
        }: name a repository on its GitHub (github.com/project-slug), and see sphera.merges of the configuration`,
      );
    }
    const pullRequests = await stores.pullRequests.of(row.name, SHOWN);
    return {
      ...toHold(row, settings),
      defaultBranch: row.known.defaultBranch,
      items: pullRequests.map(each => toPullRequest(each, row)),
      limit: SHOWN,
    };
  });

  operations.handle(reconcileMerges, async ({ input: { service } }) => {
    if (!looking) {
      throw new ServiceUnavailableError(
        'GitHub is told nothing of freezes: sphera.merges is not in the configuration',
      );
    }
    return { repositories: await looking.again(service) };
  });
}

async function rowOf(
  stores: Stores,
  { service, repository }: { service?: string; repository?: string },
): Promise<KeptRepository | undefined> {
  if ((service === undefined) === (repository === undefined)) {
    throw new FieldError('service', 'must be given, or repository, not both');
  }
  if (repository !== undefined) return stores.repositories.get(repository);
  const all = await stores.repositories.all();
  return all.find(({ services }) => services.includes(service!));
}

const URGENCY: readonly HoldState[] = [
  'failed',
  'unenforced',
  'changing',
  'frozen',
  'open',
];

function byUrgency(one: KeptRepository, other: KeptRepository): number {
  const urgency = ({ state, problem }: KeptRepository) =>
    problem ? -1 : URGENCY.indexOf(state);
  return (
    urgency(one) - urgency(other) ||
    other.held - one.held ||
    one.name.localeCompare(other.name)
  );
}
