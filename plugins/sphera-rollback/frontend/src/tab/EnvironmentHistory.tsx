import {
  countOf,
  FailedState,
  Section,
  ShowMore,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { type Layout, listVersions } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { Skeleton, useBreakpoint } from '@backstage/ui';
import { environmentInWords } from '../parts/placeWords';
import { Timeline } from '../timeline/Timeline';
import { StaleNote } from '../versions/StaleNote';
import { VersionLines } from '../versions/VersionLines';
import { VersionsTable } from '../versions/VersionsTable';
import styles from './tab.module.css';

const PAGE_SIZE = 25;

/** The versions that a service had in an environment: drawn in time, and one by one. */
export function EnvironmentHistory(props: {
  /** Entity ref. */
  service: string;
  layout: Layout['environments'][number];
}) {
  const { service, layout } = props;
  const { environment } = layout;
  const title = environmentInWords(useFleet(), environment);
  const pages = useOperationPages(listVersions, {
    service,
    environment,
    limit: PAGE_SIZE,
  });
  const List = useBreakpoint().down('md') ? VersionLines : VersionsTable;
  const failure = pages.error && (
    <FailedState
      what={pages.data ? 'Newer versions' : 'Versions'}
      error={pages.error}
      onRetry={() => pages.refetch()}
    />
  );
  if (layout.files.length === 0) return null;
  if (failure && !pages.data) return failure;
  if (!pages.data) return <HistorySkeleton />;
  const [first] = pages.data.pages;
  const versions = pages.data.pages.flatMap(({ items }) => items);
  const count = countOf(first.totalItems, 'version', 'versions');
  return (
    <div className={styles.history}>
      {failure}
      <StaleNote {...first} />
      <Section title={`Versions in ${title}`} note={count}>
        {versions.length > 0 && (
          <Timeline versions={versions} environment={title} />
        )}
        <List
          service={service}
          environment={environment}
          versions={versions}
          isOneCurrent={first.current.length === 1}
        />
        <ShowMore shown={`${versions.length} of ${count}`} pages={pages} />
      </Section>
    </div>
  );
}

function HistorySkeleton() {
  return (
    <div
      role="status"
      aria-label="Versions are loading"
      className={styles.history}
    >
      <Skeleton height={220} width="100%" />
      <Skeleton height={320} width="100%" />
    </div>
  );
}
