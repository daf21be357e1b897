import { Skeleton } from '@backstage/ui';
import type { FlagRow } from '@sphera/plugin-flags-common';
import {
  matrixListStyles as styles,
  useInAppLinks,
} from '@sphera/plugin-operations-react';
import { useFlagLinks } from '../parts/useFlagLinks';
import type { ColumnGroup, MatrixColumn } from './columns';
import { FlagHead } from './FlagHead';
import type { FlagsMatrixProps } from './FlagsMatrix';
import { MatrixCell } from './MatrixCell';
import { cellsOfRow } from './rowCells';

/** All flags one below the other, where the screen is too narrow for the matrix. */
export function FlagsList(props: FlagsMatrixProps & { groups: ColumnGroup[] }) {
  const { rows, groups, isOfOneService, isStale, children } = props;
  const links = useFlagLinks();
  const onClick = useInAppLinks();
  if (!rows) return <ListSkeleton />;
  return (
    <>
      {/* The links in it are what is pressed. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <ul
        className={styles.rows}
        aria-label="Flags"
        aria-busy={isStale}
        onClick={onClick}
      >
        {rows.map(row => {
          const href = links.toFlag(row.flag);
          return (
            <li key={row.flag} className={styles.row}>
              <FlagHead row={row} href={href} isOfOneService={isOfOneService} />
              {groups.map(group => (
                <Environment
                  key={group.environment}
                  row={row}
                  group={group}
                  href={href}
                />
              ))}
            </li>
          );
        })}
      </ul>
      {children}
    </>
  );
}

function ListSkeleton() {
  return (
    <div role="status" aria-label="Flags are loading" className={styles.rows}>
      {[1, 2, 3].map(place => (
        <div key={place} className={styles.row}>
          <Skeleton height={116} width="100%" />
        </div>
      ))}
    </div>
  );
}

function Environment(props: {
  row: FlagRow;
  group: ColumnGroup;
  href: string;
}) {
  const { row, group, href } = props;
  const cells = cellsOfRow(row);
  return (
    <section aria-label={group.title}>
      <div className={styles.environment}>{group.title}</div>
      {group.columns.map(column => (
        <div key={column.key} className={styles.line}>
          <span className={styles.region}>{nameIn(group, column)}</span>
          <MatrixCell
            flag={row.flag}
            cells={cells}
            column={column}
            environmentTitle={group.title}
            href={href}
          />
        </div>
      ))}
    </section>
  );
}

/** The region where one cluster is in it, else the cluster. */
function nameIn({ columns }: ColumnGroup, column: MatrixColumn): string {
  const isOnly = columns.every(
    one => one === column || one.region !== column.region,
  );
  return isOnly ? column.regionTitle : column.name;
}
