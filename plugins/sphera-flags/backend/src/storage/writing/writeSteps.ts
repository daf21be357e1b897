import type { Knex } from 'knex';
import { among, groupedBy } from '@sphera/plugin-operations-node';
import { eachPart } from '../putRows';
import type { WishedRow } from './newCell';

/**
 * Notes in the history what each cluster is to have from now on: it is what its cell says, so the database copies it from
 * there, and no definition travels once for each cluster.
 * @param numbers - of the changes, by id
 */
export async function writeSteps(
  trx: Knex.Transaction,
  cells: readonly WishedRow[],
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  for (const some of groupedBy(cells, cell => cell.wanted_change!)) {
    const number = numbers.get(some[0].wanted_change!)!;
    const ids = some.map(({ id }) => id);
    await eachPart(ids, async part => {
      const steps = trx('flag_cells')
        .whereIn('id', among(trx, part))
        .select(
          // As `stepId` has it.
          trx.raw(`concat(??, '#', ??)`, ['id', 'wanted_revision']),
          'wanted_change',
          trx.raw('?', [number]),
          'flag',
          'cluster',
          'wanted_revision',
          'wanted_definition',
        );
      const into = trx.raw('?? (??, ??, ??, ??, ??, ??, ??)', [
        'flag_steps',
        'id',
        'change',
        'change_number',
        'flag',
        'cluster',
        'revision',
        'definition',
      ]);
      await trx(into).insert(steps);
      return [];
    });
  }
}
