import { NotFoundError } from '@backstage/errors';
import type { FlagDefinition, restoreFlag } from '@sphera/plugin-flags-common';
import type { InputOf, Target } from '@sphera/plugin-operations-common';
import { FieldError } from '@sphera/plugin-operations-node';
import type { NewChange, NewWish } from '../storage/FlagStore';
import type { ActingParts } from './ActingParts';
import { rolloutInTheWay } from './conflictError';
import { checkClusters } from './choosing/clustersAsked';
import { targetsOf } from './choosing/targetsOf';
import { differs } from './definitions/differs';
import { look, type Look } from './look';
import { newChange } from './newChange';
import { wishWords } from './words/wishWords';

type Input = InputOf<typeof restoreFlag>;

/** What a call to put a flag back sees: the flag, and what was wanted of it then. */
type LookBack = Look & { then: ReadonlyMap<string, FlagDefinition | null> };

/** @throws NotFoundError */
export async function lookForRestore(
  parts: ActingParts,
  { flag, change }: Input,
): Promise<LookBack> {
  const found = await look(parts, flag);
  const then = await parts.stores.changes.wantedAfter(flag, change);
  if (!then) {
    throw new NotFoundError(`${flag} has no change ${change} in its history`);
  }
  return { ...found, then };
}

/** The flag's service in the clusters that are put back. @throws FieldError for one that did not have the flag yet */
export const targetsOfRestore = (
  parts: ActingParts,
  input: Input,
  { flag, then }: LookBack,
): Target[] =>
  targetsOf(parts, flag.service, clustersOfRestore(parts, input, then));

/**
 * Puts a flag back to what was wanted right after a change; a retired flag is there again where it was then.
 * @throws FieldError, FlagConflictError
 */
export async function decideRestore(
  parts: ActingParts,
  input: Input,
  { flag, cells, then }: LookBack,
  by: string,
): Promise<NewChange[]> {
  const { settings, fleet, clock } = parts;
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
        // Whether it is there at all afterwards depends on each.
        standsOn: settings.clusters,
        wishes,
        sentence: `Put back: ${wishWords(fleet, wishes)}`,
      },
    ),
  ];
}

function clustersOfRestore(
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
