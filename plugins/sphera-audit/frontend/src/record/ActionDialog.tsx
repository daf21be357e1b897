import {
  Dialog,
  DialogBody,
  DialogHeader,
  Skeleton,
  Text,
} from '@backstage/ui';
import { listEvents } from '@sphera/plugin-audit-common';
import { FailedState, useOperation } from '@sphera/plugin-operations-react';
import { ActionFacts } from './ActionFacts';
import { ActionTitle } from './ActionTitle';

/** Everything that is on record about one action. */
export function ActionDialog(props: { correlation: string; onClose(): void }) {
  const { correlation, onClose } = props;
  const answer = useOperation(listEvents, { correlation });
  const records = answer.data?.items;
  return (
    <Dialog
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
      isDismissable
      width={720}
    >
      <DialogHeader>
        {records?.[0] ? <ActionTitle record={records[0]} /> : 'Action'}
      </DialogHeader>
      <DialogBody>
        {answer.error && (
          <FailedState
            what="The records of this action"
            error={answer.error}
            onRetry={answer.refetch}
          />
        )}
        {answer.isPending && <Skeleton height={320} width="100%" />}
        {records?.length === 0 && (
          <Text>
            There is no such action. It may be older than records are kept.
          </Text>
        )}
        {records?.[0] && <ActionFacts records={records} />}
      </DialogBody>
    </Dialog>
  );
}
