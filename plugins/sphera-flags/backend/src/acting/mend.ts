import type { mendDrift } from '@sphera/plugin-flags-common';
import type { InputOf, Target } from '@sphera/plugin-operations-common';
import { FieldError } from '@sphera/plugin-operations-node';
import { stateOf } from '../reading/cells/stateOf';
import type { NewChange } from '../storage/FlagStore';
import type { KeptCell, KeptFlag } from '../storage/Kept';
import type { ActingParts } from './ActingParts';
import type { Ask } from './carryOut';
import { checkClusters } from './choosing/clustersAsked';
import { targetsOf } from './choosing/targetsOf';
import { newChange } from './newChange';
import { wishWords } from './words/wishWords';

type Input = InputOf<typeof mendDrift>;

/** In place of a flag that nobody knows here: it belongs to no service. */
const leftOver = (flag: string): KeptFlag => ({
  flag,
  service: '',
  type: 'boolean',
  createdAt: 0,
  createdBy: '',
  changedAt: 0,
  changedBy: '',
});

/** What a call to bring in step sees. */
interface LookAtDrift {
  /** Cells that are not in step, by flag. */
  drifted: Map<string, KeptCell[]>;
  /** Those of them that are known, and the one that was asked for. */
  flags: Map<string, KeptFlag>;
}

/** @throws FieldError */
export async function lookForMend(
  parts: ActingParts,
  input: Input,
): Promise<LookAtDrift> {
  const drifted = await driftedCells(parts, input);
  const flags = await flagsOf(parts, [...drifted.keys(), input.flag ?? '']);
  return { drifted, flags };
}

/** Sends what is wanted again, one change for each flag. */
export async function decideMend(
  parts: ActingParts,
  { drifted, flags }: LookAtDrift,
  ask: Ask,
): Promise<NewChange[]> {
  return Promise.all(
    [...drifted].map(([key, cells]) =>
      mended(parts, ask, cells, flags.get(key)),
    ),
  );
}

/** What is mended belongs to these; where nobody knows a flag, it is everybody's. */
export function targetsOfMend(
  parts: ActingParts,
  input: Input,
  { drifted, flags }: LookAtDrift,
): Target[] {
  const targets = [...drifted].flatMap(([key, cells]) =>
    targetsOf(
      parts,
      flags.get(key)?.service,
      cells.map(({ cluster }) => cluster),
    ),
  );
  if (targets.length > 0) return targets;
  const clusters = input.cluster === undefined ? [] : [input.cluster];
  return targetsOf(parts, flags.get(input.flag ?? '')?.service, clusters);
}

/** Cells whose cluster has something else than is wanted, or refused it; by flag. */
async function driftedCells(
  { stores, settings }: ActingParts,
  { flag, cluster }: Input,
): Promise<Map<string, KeptCell[]>> {
  if (flag === undefined && cluster === undefined) {
    throw new FieldError('flag', 'must be given, or a cluster, or both');
  }
  checkClusters(settings, cluster === undefined ? [] : [cluster], 'cluster');
  const cells =
    flag === undefined
      ? await stores.changes.cellsIn(cluster!)
      : await stores.changes.cellsOf(flag);
  const known = new Set(cluster === undefined ? settings.clusters : [cluster]);
  const byFlag = new Map<string, KeptCell[]>();
  for (const cell of cells) {
    if (!known.has(cell.cluster)) continue;
    if (!['changed', 'refused'].includes(stateOf(cell, false))) continue;
    byFlag.set(cell.flag, [...(byFlag.get(cell.flag) ?? []), cell]);
  }
  return byFlag;
}

async function flagsOf(
  { stores }: Pick<ActingParts, 'stores'>,
  keys: string[],
): Promise<Map<string, KeptFlag>> {
  const found = await Promise.all(keys.map(key => stores.changes.getFlag(key)));
  return new Map(found.flatMap(flag => (flag ? [[flag.flag, flag]] : [])));
}

async function mended(
  parts: ActingParts,
  ask: Ask,
  cells: KeptCell[],
  flag: KeptFlag | undefined,
): Promise<NewChange> {
  const { stores, fleet } = parts;
  const wishes = cells.map(({ cluster, wanted }) => ({
    cluster,
    definition: wanted?.definition ?? null,
  }));
  const change = newChange(parts, ask, {
    kind: 'mend',
    flag: flag ?? leftOver(cells[0].flag),
    cells,
    wishes,
    sentence: `Brought in step: ${wishWords(fleet, wishes)}`,
  });
  if (!flag) return { ...change, flagMust: 'be unknown' };
  // A roll-out that is under way goes on with what was mended.
  const rollout =
    flag.rollout === undefined
      ? undefined
      : await stores.rollouts.get(flag.rollout);
  return rollout ? { ...change, rollout } : change;
}
