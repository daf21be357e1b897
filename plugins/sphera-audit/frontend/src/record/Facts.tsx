import { Text } from '@backstage/ui';
import { Fragment, ReactNode } from 'react';
import styles from './Facts.module.css';

/** Names with what they stand for; what is not known is left out. */
export function Facts(props: { facts: Array<[string, ReactNode]> }) {
  return (
    <dl className={styles.facts}>
      {props.facts
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt>
              <Text color="secondary">{name}</Text>
            </dt>
            <dd className={styles.value}>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
