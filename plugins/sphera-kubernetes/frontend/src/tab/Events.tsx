import { Skeleton, Text, ToggleButton } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import { Deployment, listEvents } from '@sphera/plugin-kubernetes-common';
import {
  FailedState,
  Section,
  useOperation,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { EventItem } from './EventItem';
import styles from './Events.module.css';

const LAST = 50;

/** What Kubernetes noted lately about a deployment and its pods. */
export function Events(props: { deployment: Deployment }) {
  const { service, cluster, namespace, name } = props.deployment;
  const [onlyWarnings, setOnlyWarnings] = useState(false);
  const events = useOperation(listEvents, {
    service,
    cluster,
    namespace,
    deployment: name,
    limit: LAST,
  });
  const items = events.data?.items ?? [];
  const warnings = items.filter(({ severity }) => severity === 'warning');
  const shown = onlyWarnings ? warnings : items;
  return (
    <Section
      title="Events"
      note={events.data && countInWords(items.length, warnings.length)}
      actions={
        warnings.length > 0 && (
          <ToggleButton
            iconStart={<RiErrorWarningLine />}
            isSelected={onlyWarnings}
            onChange={setOnlyWarnings}
          >
            Only warnings
          </ToggleButton>
        )
      }
    >
      {events.error && !events.data && (
        <FailedState
          what="Events"
          error={events.error}
          onRetry={() => events.refetch()}
        />
      )}
      {events.isPending && <Skeleton height={72} width="100%" />}
      {events.data && shown.length === 0 && (
        <Text color="secondary">Kubernetes has noted nothing lately.</Text>
      )}
      {shown.length > 0 && (
        <ul className={styles.events}>
          {shown.map(event => (
            <EventItem
              key={`${event.about.kind}/${event.about.name}/${event.name}`}
              event={event}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function countInWords(all: number, warnings: number): string {
  if (warnings === 0) return String(all);
  return `${all}, ${warnings === 1 ? '1 warning' : `${warnings} warnings`}`;
}
