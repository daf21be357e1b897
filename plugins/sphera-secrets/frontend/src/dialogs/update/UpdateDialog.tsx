import { useOperation } from '@sphera/plugin-operations-react';
import { getStandard } from '@sphera/plugin-secrets-common';
import type { SecretOfService } from '../SecretsDialogs';
import { RunDialog } from '../steps/RunDialog';
import { useRun } from '../steps/useRun';
import { Waiting } from '../Waiting';
import { UpdateForm } from './UpdateForm';

/** Asks for another value, description or rotation date of a secret. */
export function UpdateDialog(props: {
  about: SecretOfService;
  onClose(): void;
}) {
  const { about, onClose } = props;
  const run = useRun();
  const { service, row } = about;
  const standard = useOperation(getStandard, { service });
  return (
    <RunDialog title={`Change ${row.name}`} run={run} onClose={onClose}>
      {standard.data ? (
        <UpdateForm
          about={about}
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
