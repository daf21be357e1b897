import { Alert, Button } from '@backstage/ui';
import { asSentence } from '@sphera/plugin-operations-react';
import styles from './plan.module.css';

/** What has changed since a plan was first shown; nothing where it is the same. */
export function PlanChanges(props: {
  /** Sentences without full stops. */
  changes: readonly string[];
  /** They have been read. */
  onAccept(): void;
}) {
  const { changes, onAccept } = props;
  return (
    <div role="status">
      {changes.length > 0 && (
        <Alert
          status="warning"
          icon
          title="Something has changed while you were looking"
          description={
            <ul className={styles.list}>
              {changes.map(sentence => (
                <li key={sentence}>{asSentence(sentence)}</li>
              ))}
            </ul>
          }
          customActions={
            <Button size="small" variant="secondary" onPress={onAccept}>
              Understood
            </Button>
          }
        />
      )}
    </div>
  );
}
