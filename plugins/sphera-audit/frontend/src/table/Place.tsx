import { Text } from '@backstage/ui';
import type { AuditRecord } from '@sphera/plugin-audit-common';
import { EntityLink } from '@sphera/plugin-operations-react';
import { ReactNode } from 'react';

type PlaceOfRecord = Pick<
  AuditRecord,
  'plugin' | 'service' | 'environment' | 'region' | 'cluster'
>;

/** On what something was done: the service, and where. */
export function Place(props: {
  record: PlaceOfRecord;
  /** Whether the service is clear from where it stands. */
  isServiceKnown?: boolean;
}) {
  const { record, isServiceKnown } = props;
  const where = [record.environment, record.region, record.cluster]
    .filter(Boolean)
    .join(', ');
  const what = isServiceKnown ? undefined : whatOf(record);
  if (!what) return <>{where || '–'}</>;
  return (
    <>
      {what}
      {where && (
        <Text as="div" variant="body-small" color="secondary">
          {where}
        </Text>
      )}
    </>
  );
}

function whatOf({ service, plugin }: PlaceOfRecord): ReactNode {
  if (service) return <EntityLink entityRef={service} />;
  // An operation of sphera that names no service is about all of them; the log itself is none.
  const isOnServices =
    plugin.startsWith('sphera-') && plugin !== 'sphera-audit';
  return isOnServices ? 'All services' : undefined;
}
