import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { killFlag } from '@sphera/plugin-flags-common';
import {
  DialogForm,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { FollowingClusters } from './FollowingClusters';
import type { KillableFlag } from './KillFlagButton';

const WIDTH_PX = 520;
const FIRST_REASON = 'Switched off everywhere';

/** Says what switching off does, does it, and shows how the clusters follow. */
export function KillDialog(props: { flag: KillableFlag; onClose(): void }) {
  const { flag, onClose } = props;
  const [reason, setReason] = useState(FIRST_REASON);
  const killing = useOperationMutation(killFlag, { quiet: true });
  const { data } = killing;
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
      width={WIDTH_PX}
    >
      <DialogHeader>Switch {flag.flag} off everywhere</DialogHeader>
      {data ? (
        <>
          <DialogBody>
            <FollowingClusters flag={flag.flag} changes={data.changes} />
          </DialogBody>
          <DialogFooter>
            {/* The button that was pressed is gone; this one is in its place. */}
            {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
            <Button size="medium" slot="close" autoFocus>
              Done
            </Button>
          </DialogFooter>
        </>
      ) : (
        <DialogForm
          submitLabel="Switch off everywhere"
          destructive
          error={killing.error}
          isPending={killing.isPending}
          onSubmit={() => killing.mutate({ flag: flag.flag, reason })}
        >
          <Text>
            {flag.type === 'boolean'
              ? 'Everybody gets false, in every cluster, at once.'
              : 'It is disabled in every cluster, at once: applications use the default of their own code.'}
            {flag.rollout && ' The roll-out that is under way ends.'}
          </Text>
          <ReasonField
            value={reason}
            onChange={setReason}
            error={killing.error}
            placeholder="Incident 4711: card payments fail"
          />
        </DialogForm>
      )}
    </Dialog>
  );
}
