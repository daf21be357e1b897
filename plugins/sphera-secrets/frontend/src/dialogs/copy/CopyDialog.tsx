import { useOperation } from '@sphera/plugin-operations-react';
import { getStandard } from '@sphera/plugin-secrets-common';
import { RunDialog } from '../steps/RunDialog';
import { useRun } from '../steps/useRun';
import { Waiting } from '../Waiting';
import { CopyForm } from './CopyForm';
import { CopyAbout } from './CopyAbout';

/** Copies values from one place to others, server-side, after showing what that would do. */
export function CopyDialog(props: { about: CopyAbout; onClose(): void }) {
  const { about, onClose } = props;
  const { service, names } = about;
  const run = useRun();
  const standard = useOperation(getStandard, { service });
  const what = names.length === 1 ? names[0] : `${names.length} secrets`;
  return (
    <RunDialog title={`Copy ${what}`} run={run} onClose={onClose}>
      {standard.data ? (
        <CopyForm
          about={about}
          places={standard.data.places}
          run={run}
          onClose={onClose}
        />
      ) : (
        <Waiting
          what="The places"
          error={standard.error}
          onRetry={standard.refetch}
        />
      )}
    </RunDialog>
  );
}
