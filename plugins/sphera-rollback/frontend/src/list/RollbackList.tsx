import { RecordList } from '@sphera/plugin-operations-react';
import type { Rollback } from '@sphera/plugin-rollback-common';
import { RollbackItem } from './RollbackItem';

/** Rollbacks, one below the other. */
export function RollbackList(props: {
  /** What they are, for who cannot see the page. */
  label: string;
  rollbacks: readonly Rollback[];
}) {
  return (
    <RecordList label={props.label}>
      {props.rollbacks.map(one => (
        <RollbackItem key={one.id} rollback={one} />
      ))}
    </RecordList>
  );
}
