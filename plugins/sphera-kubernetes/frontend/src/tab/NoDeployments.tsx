import { Entity } from '@backstage/catalog-model';
import { RiStackLine } from '@remixicon/react';
import { EmptyState } from '@sphera/plugin-operations-react';
import styles from './NoDeployments.module.css';

const ID = 'backstage.io/kubernetes-id';
const SELECTOR = 'backstage.io/kubernetes-label-selector';

/** Nothing runs of the service, or nothing that is known to be of it: what would make it known. */
export function NoDeployments(props: { entity: Entity }) {
  return (
    <EmptyState
      icon={<RiStackLine size={32} aria-hidden />}
      title="Nothing runs yet"
      description={
        <>
          No deployment in any cluster belongs to this service. One does if it{' '}
          <WhatLabels entity={props.entity} />.
        </>
      }
    />
  );
}

function WhatLabels({ entity: { metadata } }: { entity: Entity }) {
  const selector = metadata.annotations?.[SELECTOR];
  const id = metadata.annotations?.[ID];
  if (selector) {
    return (
      <>
        matches <code className={styles.label}>{selector}</code>
      </>
    );
  }
  if (id) {
    return (
      <>
        carries the label{' '}
        <code className={styles.label}>
          {ID}: {id}
        </code>
      </>
    );
  }
  return (
    <>
      carries the label{' '}
      <code className={styles.label}>
        app.kubernetes.io/name: {metadata.name}
      </code>
      , or the label <code className={styles.label}>{ID}</code> once this
      service has an annotation of that name
    </>
  );
}
