import { CellMark } from '../parts/CellMark';
import { FlagValue } from '../parts/FlagValue';
import { isNotable } from '../parts/stateWords';
import { cellInWords, hasInWords, sumInWords } from './cellWords';
import type { MatrixColumn } from './columns';
import styles from './MatrixCell.module.css';
import { differingOf, type RowCells, sumOf, wantedOf } from './rowCells';

const MOST_VALUES = 3;

/** A flag in a column: what is wanted there, and what is not as it should be. The way to more about it. */
export function MatrixCell(props: {
  flag: string;
  cells: RowCells;
  column: MatrixColumn;
  /** The title of the environment, where it does not stand above. */
  environmentTitle: string;
  /** The page of the flag. */
  href: string;
}) {
  const { column } = props;
  const Cell = column.clusters.length > 1 ? CellOfMany : CellOfOne;
  return <Cell {...props} />;
}

function CellOfOne(props: Parameters<typeof MatrixCell>[0]) {
  const { flag, cells, column, href } = props;
  const [cluster] = column.clusters;
  const group = cells.get(cluster);
  const has = group && differingOf(group);
  return (
    <a
      href={`${href}?${new URLSearchParams({ cluster })}`}
      className={styles.cell}
      data-quiet={!group || group.state === 'absent' || undefined}
      aria-label={cellInWords(flag, cluster, group)}
    >
      <FlagValue value={wantedOf(group)} />
      <span className={styles.marks}>
        {group && isNotable(group.state) && <CellMark state={group.state} />}
        {has && <span className={styles.has}>{hasInWords(has)}</span>}
      </span>
    </a>
  );
}

function CellOfMany(props: Parameters<typeof MatrixCell>[0]) {
  const { flag, cells, column, environmentTitle, href } = props;
  const { environment, region, regionTitle } = column;
  const sum = sumOf(cells, column.clusters);
  const more = sum.values.length - MOST_VALUES;
  return (
    <a
      href={`${href}?${new URLSearchParams({ environment, region })}`}
      className={styles.cell}
      aria-label={sumInWords(flag, `${environmentTitle}, ${regionTitle}`, sum)}
    >
      {sum.values.slice(0, MOST_VALUES).map(({ value, count }) => (
        <FlagValue
          key={value.text}
          value={value}
          count={sum.values.length > 1 ? count : undefined}
        />
      ))}
      {more > 0 && <span className={styles.has}>and {more} more</span>}
      <span className={styles.marks}>
        {sum.states.map(({ state, count }) => (
          <CellMark key={state} state={state} count={count} />
        ))}
      </span>
    </a>
  );
}
