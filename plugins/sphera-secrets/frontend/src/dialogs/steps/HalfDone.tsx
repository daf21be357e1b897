import { Alert, Button, Text } from '@backstage/ui';
import { messageOf, useUncachedCall } from '@sphera/plugin-operations-react';
import { finishChange, undoChange } from '@sphera/plugin-secrets-common';
import { useState } from 'react';
import { environmentsOfChange, PartlyDone, partlyDoneOf } from './partlyDone';
import { PlacesReached } from './PlacesReached';
import styles from './steps.module.css';

type Way = 'finish' | 'undo';

/** A change that reached some places only: where, why not, and the two ways out. */
export function HalfDone(props: { service: string; change: PartlyDone }) {
  const { service } = props;
  const call = useUncachedCall();
  const [change, setChange] = useState(props.change);
  const [pending, setPending] = useState<Way>();
  const [ended, setEnded] = useState<Way>();
  const [error, setError] = useState<Error>();
  if (ended) {
    return (
      <Text as="p" role="status">
        {ended === 'finish'
          ? 'Finished: it is done in every place now.'
          : 'Undone: every place is as it was before.'}
      </Text>
    );
  }
  const end = async (id: string, way: Way) => {
    const operation = way === 'finish' ? finishChange : undoChange;
    const environments = environmentsOfChange(change);
    setPending(way);
    setError(undefined);
    try {
      await call(operation, { service, environments, change: id });
      setEnded(way);
    } catch (failure) {
      const [now] = partlyDoneOf(failure);
      if (now) setChange(now);
      setError(failure as Error);
    }
    setPending(undefined);
  };
  const { change: id } = change;
  return (
    <>
      <Text role="alert">It did not reach every place.</Text>
      <PlacesReached change={change} />
      {error && (
        <Alert status="danger" icon role="alert" title={messageOf(error)} />
      )}
      {id !== undefined && (
        <div className={styles.ways}>
          <Button
            size="medium"
            isPending={pending === 'finish'}
            isDisabled={pending === 'undo'}
            onPress={() => end(id, 'finish')}
          >
            Finish it in the rest
          </Button>
          <Button
            size="medium"
            variant="secondary"
            isPending={pending === 'undo'}
            isDisabled={pending === 'finish'}
            onPress={() => end(id, 'undo')}
          >
            Undo it
          </Button>
        </div>
      )}
    </>
  );
}
