import { Unseen } from './Unseen';
import type { Deployment } from '@sphera/plugin-kubernetes-common';
import styles from './ReadyCount.module.css';

/** Ready and wanted pods: `3/3`, read as "3 of 3 ready". */
export function ReadyCount(props: {
  replicas: Pick<Deployment['replicas'], 'ready' | 'desired'>;
}) {
  const { ready, desired } = props.replicas;
  return (
    <span className={ready < desired ? styles.short : styles.count}>
      <span aria-hidden>
        {ready}/{desired}
      </span>
      <Unseen>
        {ready} of {desired} ready
      </Unseen>
    </span>
  );
}
