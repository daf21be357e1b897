import { ButtonLink } from '@backstage/ui';
import { type Creation, undoCreation } from '@sphera/plugin-creation-common';
import { OperationButton } from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { useCreationLinks } from '../parts/useCreationLinks';
import styles from './creation.module.css';
import { UndoDialog } from './UndoDialog';

/** What one can do about a creation: look at its task, try again there, take it back. */
export function CreationActions(props: { creation: Creation }) {
  const { creation } = props;
  const { state, service, task } = creation;
  const links = useCreationLinks();
  const [isUndoing, setUndoing] = useState(false);
  const toTask = task && links.toTask(task);
  const isStopped = state === 'stopped';
  return (
    <div className={styles.actions}>
      {toTask && (
        <ButtonLink
          size="medium"
          variant={isStopped ? 'primary' : 'secondary'}
          href={toTask}
        >
          {isStopped ? 'Try again in the task' : 'Open the task'}
        </ButtonLink>
      )}
      {state !== 'undone' && (
        <OperationButton
          operation={undoCreation}
          target={{ service }}
          variant="secondary"
          destructive
          size="medium"
          onPress={() => setUndoing(true)}
        >
          {state === 'undoing' ? 'Go on taking back…' : 'Undo…'}
        </OperationButton>
      )}
      {isUndoing && (
        <UndoDialog creation={creation} onClose={() => setUndoing(false)} />
      )}
    </div>
  );
}
