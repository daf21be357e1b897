import { Link, Skeleton, TablePagination, Text } from '@backstage/ui';
import type { ServiceRow, ServicesPage } from '@sphera/plugin-services-common';
import { LinksMenu, type ServiceColumn } from '@sphera/plugin-services-react';
import { Environments } from './cells/Environments';
import { Owners } from './cells/Owners';
import { Stage } from './cells/Stage';
import { useEntityHref } from './cells/useEntityHref';
import { replaces } from './columns';
import { paginationOf } from './paging';
import styles from './ServicesList.module.css';
import type { AskedQuestion } from './useQuestion';

/** All services one below the other, where the screen is too narrow for a table. */
export function ServicesList(props: {
  asked: AskedQuestion;
  /** Absent while it loads for the first time. */
  page?: ServicesPage;
  columns: ServiceColumn[];
}) {
  const { asked, page, columns } = props;
  if (!page) {
    return (
      <div role="status" aria-label="Services are loading">
        {[1, 2, 3, 4].map(place => (
          <Skeleton key={place} height={96} style={{ marginBottom: 8 }} />
        ))}
      </div>
    );
  }
  return (
    <>
      <ul className={styles.list} aria-label="Services">
        {page.items.map(row => (
          <ServiceItem key={row.service} row={row} columns={columns} />
        ))}
      </ul>
      <TablePagination {...paginationOf(page, asked)} />
    </>
  );
}

function ServiceItem(props: { row: ServiceRow; columns: ServiceColumn[] }) {
  const { row, columns } = props;
  const href = useEntityHref()(row.service);
  return (
    <li className={styles.item}>
      <div className={styles.first}>
        <Link href={href ?? ''} standalone weight="bold" color="primary">
          {row.title}
        </Link>
        {!replaces(columns, 'lifecycle') && <Stage lifecycle={row.lifecycle} />}
        <LinksMenu service={row.service} title={row.title} />
      </div>
      {row.purpose && (
        <Text as="p" color="secondary" className={styles.purpose}>
          {row.purpose}
        </Text>
      )}
      <div className={styles.facts}>
        <Owners owners={row.owners} />
        <Text color="secondary">{row.type}</Text>
        <Environments environments={row.environments} />
        {columns.map(({ id, Cell }) => (
          <Cell key={id} row={row} />
        ))}
      </div>
    </li>
  );
}
