import { Alert, Dialog, DialogHeader, Skeleton, Text } from '@backstage/ui';
import {
  type Flag,
  type FlagChange,
  restoreFlag,
} from '@sphera/plugin-flags-common';
import {
  DialogForm,
  exactly,
  FailedState,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { ChangePreview } from '../form/preview/ChangePreview';
import { compare, wantedIn } from '../form/preview/comparison';
import { useWantedAfter } from './useWantedAfter';

// What changes line by line wants more room than a form.
const WIDTH_PX = 640;

/** Shows what each cluster would have again, asks why, and puts the flag back. */
export function PutBackDialog(props: {
  flag: Flag;
  change: FlagChange;
  onClose(): void;
}) {
  const { flag, change, onClose } = props;
  const [reason, setReason] = useState('');
  const restoring = useOperationMutation(restoreFlag, {
    quiet: true,
    onSuccess: onClose,
  });
  const then = useWantedAfter(flag, change);
  const { wanted } = then;
  const groups =
    wanted &&
    compare(
      flag.cells.map(({ cluster }) => cluster),
      flag.cells,
      // A cluster that the flag was sent to later keeps what it has.
      cluster =>
        wanted.has(cluster)
          ? wanted.get(cluster) ?? null
          : wantedIn(flag.cells, cluster),
    );
  const isSame = groups?.every(group => group.isSame) ?? false;
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
      width={WIDTH_PX}
    >
      <DialogHeader>Put {flag.flag} back</DialogHeader>
      <DialogForm
        submitLabel="Put back"
        error={restoring.error}
        isPending={restoring.isPending}
        isDisabled={!groups || isSame || Boolean(flag.rollout)}
        onSubmit={() =>
          restoring.mutate({ flag: flag.flag, change: change.id, reason })
        }
      >
        <Text>
          To what was wanted right after the change of {exactly(change.at)}:{' '}
          {change.sentence}.
        </Text>
        {flag.rollout && (
          <Alert
            status="warning"
            icon
            title="It is being rolled out"
            description="Wait for the end of the roll-out, or abort it: that puts it back, too."
          />
        )}
        {then.error && !groups && (
          <FailedState
            what="The history"
            error={then.error}
            onRetry={then.retry}
          />
        )}
        {!groups && !then.error && (
          <div role="status" aria-label="What it comes to is being worked out">
            <Skeleton height={96} width="100%" />
          </div>
        )}
        {groups && <ChangePreview groups={groups} />}
        <ReasonField
          value={reason}
          onChange={setReason}
          error={restoring.error}
          placeholder="It was better before"
        />
      </DialogForm>
    </Dialog>
  );
}
