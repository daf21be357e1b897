import { NotFoundError } from '@backstage/errors';
import type { restoreFlag } from '@sphera/plugin-flags-common';
import type { InputOf } from '@sphera/plugin-operations-common';
import { FieldError } from '@sphera/plugin-operations-node';
import type { NewChange, NewWish } from '../storage/FlagStore';
import type { ActingParts } from './ActingParts';
import { rolloutInTheWay } from './conflictError';
import { checkClusters } from './choosing/clustersAsked';
import { cellsOf } from './choosing/presentCells';
import { differs } from './definitions/differs';
import { findFlag } from './findFlag';
import { newChange } from './newChange';
import { wishWords } from './words/wishWords';

type Input = InputOf<typeof restoreFlag>;

/**
 * Puts a flag back to what was wanted right after a change; a retired flag is there again where it was then.
 * @throws FieldError, FlagConflictError, NotFoundError
 */
export async function decideRestore(
  parts: ActingParts,
  input: Input,
  by: string,
): Promise<NewChange[]> {
  const { stores, fleet, clock } = parts;
  const flag = await findFlag(stores.changes, input.flag);
  const then = await wantedThen(parts, input);
  const cells = await cellsOf(parts, flag.flag);
  const now = new Map(
    cells.map(({ cluster, wanted }) => [cluster, wanted?.definition ?? null]),
  );
  const wishes = clustersOfRestore(parts, input, then).flatMap<NewWish>(
    cluster => {
      const definition = then.get(cluster) ?? null;
      return differs(now.get(cluster) ?? null, definition)
        ? [{ cluster, definition }]
        : [];
    },
  );
  if (wishes.length === 0) return [];
  if (flag.rollout !== undefined) {
    throw rolloutInTheWay(flag.flag, flag.rollout);
  }
  for (const { cluster, definition } of wishes) now.set(cluster, definition);
  const isThere = [...now.values()].some(definition => definition !== null);
  const retiredAt = isThere ? undefined : flag.retiredAt ?? clock.now();
  return [
    newChange(
      parts,
      { reason: input.reason, by },
      {
        kind: 'restore',
        flag: { ...flag, retiredAt },
        cells,
        wishes,
        sentence: `Put back: ${wishWords(fleet, wishes)}`,
      },
    ),
  ];
}

/** What was wanted then. @throws NotFoundError */
export async function wantedThen(
  { stores }: Pick<ActingParts, 'stores'>,
  { flag, change }: Pick<Input, 'flag' | 'change'>,
) {
  const then = await stores.changes.wantedAfter(flag, change);
  if (!then) {
    throw new NotFoundError(`${flag} has no change ${change} in its history`);
  }
  return then;
}

/** Clusters that are put back. @throws FieldError for one that did not have the flag yet */
export function clustersOfRestore(
  { settings }: Pick<ActingParts, 'settings'>,
  { clusters }: Pick<Input, 'clusters'>,
  then: ReadonlyMap<string, unknown>,
): string[] {
  checkClusters(settings, clusters);
  const without = clusters?.find(cluster => !then.has(cluster));
  if (without !== undefined) {
    throw new FieldError(
      'clusters',
      `must be clusters that the flag was sent to by then: ${without} was not`,
    );
  }
  return settings.clusters.filter(
    cluster => then.has(cluster) && (clusters?.includes(cluster) ?? true),
  );
}
