import { among } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { Conflict, NewChange, NewWish } from '../FlagStore';
import type { KeptStep } from '../Kept';
import { eachPart, insertRows, putRows } from '../putRows';
import { type CellRow, cellId } from '../rows/cellRow';
import { type ChangeRow, toChangeRow } from '../rows/changeRow';
import { type FlagRow, toFlagRow } from '../rows/flagRow';
import {
  type RolloutRow,
  toKeptRollout,
  toRolloutRow,
} from '../rows/rolloutRow';
import { stepId } from '../rows/stepRow';
import { conflictOf, type Locked } from './conflictOf';
import { flagAfter } from './flagAfter';
import { lockRows } from './lockRows';
import { newCell, type WishedRow } from './newCell';
import { rolloutAfter } from './rolloutAfter';
import { wishMessage } from './wishMessage';
import { writeCells } from './writeCells';
import { writeSteps } from './writeSteps';
import {
  type WrittenDefinition,
  writtenDefinitions,
} from './writtenDefinitions';

interface Written {
  cell: WishedRow;
  step: KeptStep;
  /** Key of the step that nobody waits for any more. */
  overtakes?: string;
  message: string;
}

/** Writes changes with all that follows from them, or none of them: then why. */
export async function writeChanges(
  trx: Knex.Transaction,
  changes: NewChange[],
): Promise<Conflict | KeptStep[]> {
  const locked = await lockAll(trx, changes);
  for (const change of changes) {
    const conflict = conflictOf(change, locked);
    if (conflict) return conflict;
  }
  const definitionOf = writtenDefinitions();
  const wishes = changes.map(change =>
    change.wishes.map(wish =>
      written(change, wish, definitionOf(wish.definition), locked),
    ),
  );
  await writeFlags(trx, changes, locked);
  await writeRollouts(trx, changes, wishes, locked);
  await writeWishes(trx, changes, wishes.flat(), locked);
  return wishes.flat().map(({ step }) => step);
}

async function lockAll(
  trx: Knex.Transaction,
  changes: NewChange[],
): Promise<Locked> {
  const keys = changes.map(({ flag }) => flag.flag);
  const flags = await lockRows<FlagRow>(trx, 'flags', 'flag', keys);
  const rollouts = changes.flatMap(({ rollout, endsRollout, flag }) => {
    const underWay = flags.get(flag.flag)?.rollout;
    if (rollout) return [rollout.id];
    return endsRollout !== undefined && underWay ? [underWay] : [];
  });
  const cells = changes.flatMap(({ wishes, seen = {}, flag }) =>
    [...wishes.map(({ cluster }) => cluster), ...Object.keys(seen)].map(
      cluster => cellId(cluster, flag.flag),
    ),
  );
  return {
    flags,
    rollouts: await lockRows(trx, 'flag_rollouts', 'id', rollouts),
    cells: await lockRows<CellRow>(trx, 'flag_cells', 'id', cells),
  };
}

function written(
  change: NewChange,
  wish: NewWish,
  text: WrittenDefinition,
  { cells }: Locked,
): Written {
  const { flag } = change;
  const before = cells.get(cellId(wish.cluster, flag.flag));
  const cell = newCell(change, wish, text, before);
  const { id, cluster, wanted_revision: revision } = cell;
  const { definition } = wish;
  return {
    cell,
    step: {
      change: change.change.id,
      flag: flag.flag,
      cluster,
      revision,
      definition,
      isOvertaken: false,
    },
    ...(isWaited(before) && {
      overtakes: stepId(id, Number(before.wanted_revision)),
    }),
    message: wishMessage(cell, definition, flag),
  };
}

/** Whether the wish of a cell is not answered yet, as far as is known without looking into the history. */
function isWaited(cell: CellRow | undefined): cell is CellRow {
  const { wanted_revision: revision } = cell ?? {};
  return Boolean(revision) && Number(cell!.answered_up_to) < Number(revision);
}

async function writeFlags(
  trx: Knex.Transaction,
  changes: NewChange[],
  { flags }: Locked,
): Promise<void> {
  const rowsOf = (must: NewChange['flagMust']) =>
    changes
      .filter(({ flagMust }) => flagMust === must)
      .map(change => {
        const { flag } = change.flag;
        return toFlagRow(flagAfter(change, flags.get(flag)), change.change.at);
      });
  // Whoever was faster is found when it is tried again.
  await insertRows(trx, 'flags', rowsOf('be new'));
  await putRows(trx, 'flags', 'flag', rowsOf('exist'));
}

async function writeRollouts(
  trx: Knex.Transaction,
  changes: NewChange[],
  wishes: Written[][],
  { flags, rollouts }: Locked,
): Promise<void> {
  const rows: RolloutRow[] = changes.flatMap((change, index) => {
    const { rollout, endsRollout, flag } = change;
    const steps = wishes[index].map(({ step }) => step);
    if (rollout)
      return toRolloutRow(rolloutAfter(rollout, change.change, steps));
    const underWay = rollouts.get(flags.get(flag.flag)?.rollout ?? '');
    if (endsRollout === undefined || !underWay) return [];
    const ended = toKeptRollout(underWay);
    return toRolloutRow({
      ...ended,
      state: 'aborted',
      sentence: endsRollout,
      endedAt: change.change.at,
      version: ended.version + 1,
    });
  });
  await putRows(trx, 'flag_rollouts', 'id', rows);
}

async function writeWishes(
  trx: Knex.Transaction,
  changes: NewChange[],
  wishes: Written[],
  { cells: before }: Locked,
): Promise<void> {
  const cells = wishes.map(({ cell }) => cell);
  await writeCells(trx, cells, before);
  const overtaken = wishes.flatMap(({ overtakes }) => overtakes ?? []);
  await eachPart(overtaken, async some => {
    await trx('flag_steps')
      .whereIn('id', among(trx, some))
      .whereNull('answered_at')
      .update({ is_overtaken: true });
    return [];
  });
  await writeSteps(trx, cells, await writeHistory(trx, changes));
  const messages = wishes.map(({ cell, step, message }) => ({
    cell: cell.id,
    revision: step.revision,
    queued_at: cell.wanted_at,
    message,
  }));
  await insertRows(trx, 'flag_outbox', messages);
}

/** Numbers of the changes by id. */
async function writeHistory(
  trx: Knex.Transaction,
  changes: NewChange[],
): Promise<Map<string, number>> {
  const rows = changes.map(({ change }) => toChangeRow(change));
  await insertRows(trx, 'flag_changes', rows);
  const ids = rows.map(({ id }) => id);
  const found = await eachPart(ids, async some =>
    trx<ChangeRow>('flag_changes')
      .whereIn('id', among(trx, some))
      .select('id', 'number'),
  );
  return new Map(found.map(({ id, number }) => [id, Number(number)]));
}
