import { Link, Skeleton } from '@backstage/ui';
import type { ServiceDeployments } from '@sphera/plugin-kubernetes-common';
import {
  matrixListStyles as styles,
  useInAppLinks,
} from '@sphera/plugin-operations-react';
import type { ReactNode } from 'react';
import { useServiceLinks } from '@sphera/plugin-services-react';
import { driftOf } from '../parts/driftOf';
import { openedAt } from '../parts/links';
import { rollbackAt, useStartRollback } from '../parts/useStartRollback';
import type { ColumnGroup, MatrixColumn } from './columns';
import { DeploymentCell } from './DeploymentCell';
import { DriftMark } from './DriftMark';

/** All services one below the other, where the screen is too narrow for the matrix. */
export function MatrixList(props: {
  /** Absent while they load for the first time. */
  rows?: ServiceDeployments[];
  groups: ColumnGroup[];
  ownersInWords(owners: string[]): string;
  /** Below the last service. */
  children?: ReactNode;
}) {
  const { rows, groups, ownersInWords, children } = props;
  const links = useServiceLinks();
  const startRollback = useStartRollback();
  const onClick = useInAppLinks();
  if (!rows) {
    return (
      <div
        role="status"
        aria-label="Services are loading"
        className={styles.rows}
      >
        {[1, 2, 3].map(place => (
          <div key={place} className={styles.row}>
            <Skeleton height={116} width="100%" />
          </div>
        ))}
      </div>
    );
  }
  return (
    <>
      <ul className={styles.rows} aria-label="Services">
        {rows.map(row => (
          <li key={row.service} className={styles.row}>
            <div className={styles.title}>
              <Link
                href={links.toService(row.service)}
                standalone
                weight="bold"
                color="primary"
              >
                {row.title}
              </Link>
              <DriftMark title={row.title} drift={row.drift} />
              <span className={styles.owners}>{ownersInWords(row.owners)}</span>
            </div>
            {/* The links in it are what is pressed. */}
            <div role="presentation" onClick={onClick}>
              {groups.map(group => (
                <Environment
                  key={group.environment}
                  row={row}
                  group={group}
                  tabHref={links.toTab(row.service, 'deployments')}
                  rollbackHref={startRollback?.(row.service)}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
      {children}
    </>
  );
}

function Environment(props: {
  row: ServiceDeployments;
  group: ColumnGroup;
  tabHref: string;
  rollbackHref?: string;
}) {
  const { row, group, tabHref, rollbackHref } = props;
  const lines = group.columns.flatMap(column =>
    row.deployments
      .filter(({ cluster }) => cluster === column.cluster)
      .map((deployment, _index, all) => ({
        column,
        deployment,
        isOneOfMany: all.length > 1,
      })),
  );
  if (lines.length === 0) return null;
  return (
    <section aria-label={group.title}>
      <div className={styles.environment}>{group.title}</div>
      {lines.map(({ column, deployment, isOneOfMany }) => (
        <div key={keyOf(column, deployment)} className={styles.line}>
          <span className={styles.region}>{column.regionTitle}</span>
          <DeploymentCell
            title={row.title}
            deployment={deployment}
            drift={driftOf(
              { ...deployment, environment: column.environment },
              row.drift,
            )}
            href={openedAt(tabHref, deployment)}
            rollbackHref={rollbackAt(rollbackHref, column)}
            isOneOfMany={isOneOfMany}
            isWide
          />
        </div>
      ))}
    </section>
  );
}

function keyOf(
  { cluster }: MatrixColumn,
  { namespace, name }: ServiceDeployments['deployments'][number],
) {
  return `${cluster}/${namespace}/${name}`;
}
