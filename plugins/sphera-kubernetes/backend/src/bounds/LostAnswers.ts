import { ConflictError, NotFoundError } from '@backstage/errors';
import type { ClusterClients } from '../adapters/ClusterClient';
import type { BoundsStore } from '../storage/BoundsStore';
import { areInForce } from './areInForce';
import { BoundsOverride, inWords, isSettled } from './BoundsOverride';
import { keptBounds } from './keptBounds';
import type { StandingBounds } from './StandingBounds';

/**
 * Finds out whether bounds arrived whose answer was lost: the cluster went away, or the portal did.
 * Safe to do again where it was interrupted.
 */
export class LostAnswers {
  constructor(
    private readonly parts: {
      clients: ClusterClients;
      store: BoundsStore;
      standing: StandingBounds;
    },
  ) {}

  /**
   * Settles bounds: those that arrived stand, the others are forgotten and what they replaced stands again.
   * @throws NotFoundError; ConflictError where they are settled; and what the cluster says: then it is still open
   */
  async settle(id: string): Promise<{ arrived: boolean; sentence: string }> {
    const { clients, store, standing } = this.parts;
    const override = await keptBounds(store, id);
    if (override.ended || isSettled(override)) throw isKnown();
    const arrived = await areInForce(clients, override, override.to).catch(
      error => {
        if (error instanceof NotFoundError) return false;
        throw error;
      },
    );
    const noted = arrived
      ? await store.arrived(id)
      : await store.takeBack(override);
    if (!noted) throw isKnown();
    await standing.refresh();
    return { arrived, sentence: sentenceOf(override, arrived) };
  }
}

function sentenceOf({ to }: BoundsOverride, arrived: boolean): string {
  return arrived
    ? `The answer of the cluster was lost, but it has them: ${inWords(to)}`
    : `The answer of the cluster was lost, and it does not have them: ${inWords(
        to,
      )} were not set, or not for long`;
}

function isKnown(): ConflictError {
  return new ConflictError(
    'What became of these bounds is known: list-autoscalers says what is in force',
  );
}
