import { Alert, Text } from '@backstage/ui';
import {
  Actor,
  asSentence,
  OperationButton,
  TimeAgo,
} from '@sphera/plugin-operations-react';
import {
  finishChange,
  undoChange,
  UnfinishedChange,
} from '@sphera/plugin-secrets-common';
import { useSecretsDialogs } from '../dialogs/useSecretsDialogs';
import { usePlaceWords } from '../parts/usePlaceWords';
import styles from './UnfinishedChanges.module.css';

const BEGUN: Record<UnfinishedChange['operation'], string> = {
  'create-secret': 'Creating',
  'update-secret': 'Changing',
  'copy-secret': 'Copying',
  'adopt-secret': 'Bringing to the standard',
};

/** Changes that did not reach every place: who began them, how far they came, and the ways out. */
export function UnfinishedChanges(props: {
  service: string;
  changes: readonly UnfinishedChange[];
}) {
  return (
    <>
      {props.changes.map(change => (
        <Alert
          key={change.change}
          status="warning"
          icon
          title={`${BEGUN[change.operation]} ${
            change.name
          } did not reach every place`}
          description={
            <>
              <HowFar change={change} />
              <WaysOut service={props.service} change={change} />
            </>
          }
        />
      ))}
    </>
  );
}

function HowFar(props: { change: UnfinishedChange }) {
  const { by, at, done, failed } = props.change;
  const inWords = usePlaceWords();
  const list = new Intl.ListFormat('en');
  return (
    <div className={styles.change}>
      <Text as="p">
        Begun by <Actor actor={by} />, <TimeAgo time={at} />.
      </Text>
      <Text as="p">
        {done.length === 0
          ? 'Done nowhere yet.'
          : `Done in ${list.format(done.map(inWords))}.`}
      </Text>
      <ul className={styles.failed} aria-label="Not done">
        {failed.map(place => (
          <li key={inWords(place)}>
            <Text>
              Not done in {inWords(place)}: {asSentence(place.problem)}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}

function WaysOut(props: { service: string; change: UnfinishedChange }) {
  const { service, change } = props;
  const dialogs = useSecretsDialogs();
  return (
    <div className={styles.ways}>
      <OperationButton
        operation={finishChange}
        target={{ service }}
        size="small"
        onPress={() => dialogs.finish({ service, change })}
      >
        Finish
      </OperationButton>
      <OperationButton
        operation={undoChange}
        target={{ service }}
        size="small"
        variant="secondary"
        onPress={() => dialogs.undo({ service, change })}
      >
        Undo
      </OperationButton>
    </div>
  );
}
