import { Text } from '@backstage/ui';
import type { AuditRecord } from '@sphera/plugin-audit-common';
import { useNow } from '@sphera/plugin-operations-react';
import { outcomeLook } from '../words/outcomes';
import styles from './OutcomeMark.module.css';

/** How an action ended: a sign, a word and a colour. */
export function OutcomeMark(props: {
  record: Pick<AuditRecord, 'outcome' | 'occurredAt'>;
}) {
  const { word, color, Icon } = outcomeLook(props.record, useNow());
  return (
    <Text as="span" color={color} className={styles.mark}>
      <Icon size={16} aria-hidden />
      {word}
    </Text>
  );
}
