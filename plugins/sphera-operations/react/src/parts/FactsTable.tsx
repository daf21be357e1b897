import { ReactNode } from 'react';
import styles from './FactsTable.module.css';

/** A small table of facts; where it is too wide for the page it scrolls by itself. */
export function FactsTable(props: {
  /** What it is about, for who cannot see it. */
  label: string;
  columns: readonly string[];
  rows: ReadonlyArray<{ key: string; cells: readonly ReactNode[] }>;
}) {
  const { label, columns, rows } = props;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [head, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A cell of it that has a sentence, which breaks where it is long. */
export const sentenceCell = styles.sentence;
