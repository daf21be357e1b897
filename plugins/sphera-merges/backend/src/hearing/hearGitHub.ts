import type { EventParams } from '@backstage/plugin-events-node';
import { FROZEN_CONTEXT } from '../syncing/contexts';
import type { MergeSettings } from '../settings/MergeSettings';
import type { Stores } from '../storage/openStores';

/** What of an event of GitHub is looked at; it may be anything. */
interface Payload {
  action?: unknown;
  repository?: { full_name?: unknown };
  /** Of a status. */
  sha?: unknown;
  context?: unknown;
  state?: unknown;
}

/** What may change whether a pull request is to be held. */
const ACTIONS = [
  'opened',
  'reopened',
  'synchronize',
  'edited',
  'labeled',
  'unlabeled',
  'ready_for_review',
  'closed',
];

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/**
 * Asks for what an event of GitHub is about; events only say where to look, so nothing of them is believed.
 *
 * @returns whether there is something to do
 */
export async function hearGitHub(
  { eventPayload, metadata }: EventParams,
  about: { stores: Stores; settings: Pick<MergeSettings, 'context'> },
): Promise<boolean> {
  const payload = (eventPayload ?? {}) as Payload;
  const { repositories, work } = about.stores;
  const name = text(payload.repository?.full_name).toLowerCase();
  if (!name) return false;
  switch (metadata?.['x-github-event']) {
    case 'pull_request':
      if (!ACTIONS.includes(text(payload.action))) return false;
      return (await work.ask({ names: [name], deep: false })) > 0;
    case 'status':
      if (await isAsItShouldBe(name, payload, about)) return false;
      await about.stores.pullRequests.doubt(name, text(payload.sha));
      return (await work.ask({ names: [name], deep: false })) > 0;
    case 'merge_group': {
      if (payload.action !== 'checks_requested') return false;
      // A queue is found by a comparison; from then on it is looked at each time.
      const deep = !(await repositories.get(name))?.known.queue;
      return (await work.ask({ names: [name], deep })) > 0;
    }
    case 'repository':
      return (await work.ask({ names: [name], deep: true })) > 0;
    default:
      return false;
  }
}

/** Whether a status is none of ours, or does no harm: our own are heard of, too, before we have written them down. */
async function isAsItShouldBe(
  name: string,
  payload: Payload,
  { stores, settings }: Parameters<typeof hearGitHub>[1],
): Promise<boolean> {
  const context = text(payload.context);
  const state = text(payload.state);
  if (![settings.context, FROZEN_CONTEXT].includes(context)) return true;
  const repository = await stores.repositories.get(name);
  if (!repository) return true;
  const isSuccess = state === 'success';
  if (isSuccess === (repository.wanted === 'open')) return true;
  if (context === FROZEN_CONTEXT && !isSuccess) return true;
  return isSuccess && stores.pullRequests.isExempt(name, text(payload.sha));
}
