import { Checkbox, CheckboxGroup } from '@backstage/ui';
import {
  LOCKABLE_ACTIONS,
  LockableAction,
} from '@sphera/plugin-operations-common';
import { fieldProblem } from '@sphera/plugin-operations-react';
import styles from './ActionsField.module.css';

const LABELS: Record<LockableAction, string> = {
  deploy: 'Deploys',
  merge: 'Merges to the default branch',
  rollback: 'Rollbacks',
  restart: 'Restarts',
  scale: 'Scaling',
};

/** What a lock holds back. */
export function ActionsField(props: {
  value: LockableAction[];
  onChange(value: LockableAction[]): void;
  error: Error | null;
}) {
  return (
    <CheckboxGroup
      label="Hold back"
      isRequired
      value={props.value}
      onChange={value => props.onChange(value as LockableAction[])}
      {...fieldProblem(props.error, 'actions')}
    >
      <div className={styles.choices}>
        {LOCKABLE_ACTIONS.map(action => (
          <Checkbox key={action} value={action}>
            {LABELS[action]}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
