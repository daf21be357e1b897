import type { ServiceDeployments } from '@sphera/plugin-kubernetes-common';
import { matrixStyles as styles } from '@sphera/plugin-operations-react';
import { memo } from 'react';
import { driftOf } from '../parts/driftOf';
import { openedAt } from '../parts/links';
import { rollbackAt } from '../parts/useStartRollback';
import type { ColumnGroup, MatrixColumn } from './columns';
import { DeploymentCell } from './DeploymentCell';
import { DriftMark } from './DriftMark';

/** What a row needs to draw one service; equal properties, no drawing. */
export interface MatrixRowProps {
  row: ServiceDeployments;
  /** Titles of its owners, as people read them. */
  owners: string;
  groups: ColumnGroup[];
  serviceHref: string;
  /** Address of its Deployments tab, to which the deployment is added. */
  tabHref: string;
  /** Where it is rolled back, to which the place is added; absent: nowhere. */
  rollbackHref?: string;
  /** Which of all rows it is, from 0. */
  index: number;
  /** Takes the height of the row, where not all rows are drawn. */
  measure?: (row: HTMLTableRowElement | null) => void;
}

/** One service in the matrix: its name, its drift, and a cell for each cluster. */
export const MatrixRow = memo(Row);

function Row(props: MatrixRowProps) {
  const { row, owners, groups, serviceHref, index, measure } = props;
  return (
    <tr ref={measure} data-index={index}>
      <th scope="row" className={styles.rowHead}>
        <span className={styles.title}>
          <a href={serviceHref}>{row.title}</a>
          <DriftMark title={row.title} drift={row.drift} />
        </span>
        <span className={styles.owners}>{owners}</span>
      </th>
      {groups.map(({ columns }) =>
        columns.map((column, at) => (
          <td
            key={column.cluster}
            className={at === 0 ? styles.firstOfGroup : undefined}
          >
            <Cell {...props} column={column} />
          </td>
        )),
      )}
    </tr>
  );
}

function Cell(props: MatrixRowProps & { column: MatrixColumn }) {
  const { row, tabHref, rollbackHref, column } = props;
  const here = row.deployments.filter(
    ({ cluster }) => cluster === column.cluster,
  );
  if (here.length === 0 && column.state === 'connecting') {
    return <span className={styles.unknown}>not known yet</span>;
  }
  return (
    <>
      {here.map(deployment => (
        <DeploymentCell
          key={`${deployment.namespace}/${deployment.name}`}
          title={row.title}
          deployment={deployment}
          drift={driftOf(
            { ...deployment, environment: column.environment },
            row.drift,
          )}
          href={openedAt(tabHref, deployment)}
          rollbackHref={rollbackAt(rollbackHref, column)}
          isOneOfMany={here.length > 1}
        />
      ))}
    </>
  );
}
