import type { FlagRow } from '@sphera/plugin-flags-common';
import { matrixStyles as styles } from '@sphera/plugin-operations-react';
import { memo, useMemo } from 'react';
import type { ColumnGroup } from './columns';
import { FlagHead } from './FlagHead';
import { MatrixCell } from './MatrixCell';
import { cellsOfRow } from './rowCells';

/** What a row needs to draw one flag; equal properties, no drawing. */
export interface MatrixRowProps {
  row: FlagRow;
  groups: ColumnGroup[];
  /** The page of the flag. */
  href: string;
  /** Whether all rows are of one service, which stands elsewhere. */
  isOfOneService: boolean;
  /** Which of all rows it is, from 0. */
  index: number;
  /** Takes the height of the row, where not all rows are drawn. */
  measure?: (row: HTMLTableRowElement | null) => void;
}

/** One flag in the matrix: what it is, and a cell for each column. */
export const MatrixRow = memo(Row);

function Row(props: MatrixRowProps) {
  const { row, groups, href, isOfOneService, index, measure } = props;
  const cells = useMemo(() => cellsOfRow(row), [row]);
  return (
    <tr ref={measure} data-index={index}>
      <th scope="row" className={styles.rowHead}>
        <FlagHead row={row} href={href} isOfOneService={isOfOneService} />
      </th>
      {groups.map(({ columns, title }) =>
        columns.map((column, at) => (
          <td
            key={column.key}
            className={at === 0 ? styles.firstOfGroup : undefined}
          >
            <MatrixCell
              flag={row.flag}
              cells={cells}
              column={column}
              environmentTitle={title}
              href={href}
            />
          </td>
        )),
      )}
    </tr>
  );
}
