import { Box, Skeleton, Text } from '@backstage/ui';
import { listLifecycles } from '@sphera/plugin-lifecycle-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import {
  countOf,
  FailedState,
  ShowMore,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { useId } from 'react';
import styles from './board.module.css';
import type { Question } from './question';
import { ServiceCard } from './ServiceCard';

// What one reads before one filters.
const PAGE_SIZE = 20;

type StageOfBoard = OutputOf<typeof listLifecycles>['stages'][number];

/** A stage with the services that are in it. */
export function StageColumn(props: {
  stage: StageOfBoard;
  question: Question;
}) {
  const { stage, question } = props;
  const { name, title, services, stuck } = stage;
  const id = useId();
  const pages = useOperationPages(
    listLifecycles,
    { ...question, stage: name, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  const items = pages.data?.pages.flatMap(page => page.items);
  return (
    <Box
      as="section"
      bg="neutral"
      className={styles.column}
      aria-labelledby={id}
    >
      <div className={styles.head}>
        <Text as="h2" id={id} weight="bold">
          {title}
        </Text>
        <Text color="secondary">
          {countOf(services, 'service', 'services')}
          {stuck > 0 && `, ${stuck} stuck`}
        </Text>
      </div>
      {pages.isError && (
        <FailedState
          what={items ? 'Newer services' : 'Services'}
          error={pages.error}
          onRetry={() => pages.refetch()}
        />
      )}
      {!items && !pages.isError && (
        <div role="status" aria-label={`Services in ${title} are loading`}>
          <Skeleton height={96} width="100%" />
        </div>
      )}
      {items && (
        <ul className={styles.cards} aria-labelledby={id}>
          {items.map(one => (
            <ServiceCard key={one.service} standing={one} />
          ))}
        </ul>
      )}
      <ShowMore shown={`${items?.length ?? 0} of ${services}`} pages={pages} />
    </Box>
  );
}

/** A stage that no service is in: there, but in nobody's way. */
export function EmptyStage({ title }: { title: string }) {
  const id = useId();
  return (
    <Box
      as="section"
      bg="neutral"
      className={styles.empty}
      aria-labelledby={id}
    >
      <Text as="h2" id={id} color="secondary">
        {title}
      </Text>
      <Text color="secondary">0</Text>
    </Box>
  );
}
