import { useOperation } from '@sphera/plugin-operations-react';
import { getStandard } from '@sphera/plugin-secrets-common';
import { RunDialog } from '../steps/RunDialog';
import { useRun } from '../steps/useRun';
import { Waiting } from '../Waiting';
import { CreateForm } from './CreateForm';

/** Asks for a new secret, or many, and creates them to the standard. */
export function CreateDialog(props: { service: string; onClose(): void }) {
  const { service, onClose } = props;
  const run = useRun();
  const standard = useOperation(getStandard, { service });
  return (
    <RunDialog title="Create a secret" run={run} onClose={onClose}>
      {standard.data ? (
        <CreateForm
          service={service}
          standard={standard.data}
          run={run}
          onClose={onClose}
        />
      ) : (
        <Waiting
          what="The standard"
          error={standard.error}
          onRetry={standard.refetch}
        />
      )}
    </RunDialog>
  );
}
