import { Text } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './ItemFrame.module.css';

/** Small facts about a lock or window, one after the other. */
export function Facts(props: {
  color?: 'primary' | 'secondary';
  children: ReactNode;
}) {
  return (
    <Text as="div" color={props.color ?? 'secondary'}>
      <ul className={styles.facts}>{props.children}</ul>
    </Text>
  );
}
