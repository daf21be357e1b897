import { Alert } from '@backstage/ui';
import { TimeAgo } from '@sphera/plugin-operations-react';
import type { StaleFacts } from '@sphera/plugin-services-common';
import type { ServiceColumn } from '@sphera/plugin-services-react';

/** Says which columns may no longer be true. */
export function StaleFactsNotice(props: {
  staleFacts: StaleFacts[];
  columns: ServiceColumn[];
}) {
  const shown = props.staleFacts.flatMap(stale => {
    const column = props.columns.find(({ id }) => id === stale.id);
    return column ? [{ ...stale, title: column.title }] : [];
  });
  return (
    <>
      {shown.map(({ id, since, title }) => (
        <Alert
          key={id}
          status="warning"
          icon
          title={`The column ${title} may be out of date`}
          description={
            since ? (
              <>
                It shows what was known <TimeAgo time={since} />.
              </>
            ) : (
              'It is empty because nothing could be learned so far.'
            )
          }
        />
      ))}
    </>
  );
}
