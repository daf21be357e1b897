import { Alert, Button } from '@backstage/ui';
import { messageOf, useUncachedCall } from '@sphera/plugin-operations-react';
import { listSecrets, type SecretRow } from '@sphera/plugin-secrets-common';
import { useState } from 'react';

/** Somebody changed the secret while the form was open: who, and a way to go on from there. */
export function Meanwhile(props: {
  service: string;
  name: string;
  error: Error;
  /** It was looked at again. */
  onLooked(row: SecretRow): void;
}) {
  const { service, name, error, onLooked } = props;
  const call = useUncachedCall();
  const [isLooking, setIsLooking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const look = async () => {
    setIsLooking(true);
    setProblem(undefined);
    try {
      const question = { service, text: name, fresh: true };
      const { items } = await call(listSecrets, question);
      const row = items.find(one => one.name === name);
      if (row) onLooked(row);
      else setProblem(`There is no secret ${name} any more.`);
    } catch (failure) {
      setProblem(messageOf(failure));
    }
    setIsLooking(false);
  };
  return (
    <Alert
      status="warning"
      icon
      role="alert"
      title="Nothing was changed: somebody else is or was at it"
      description={problem ?? messageOf(error)}
      customActions={
        <Button
          size="small"
          variant="secondary"
          isPending={isLooking}
          onPress={look}
        >
          Look again
        </Button>
      }
    />
  );
}
