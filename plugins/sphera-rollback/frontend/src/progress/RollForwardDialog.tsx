import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { Dialog, DialogHeader, Skeleton, Text } from '@backstage/ui';
import {
  DialogForm,
  FailedState,
  isConflict,
  ReasonField,
  useOperation,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import {
  planRollForward,
  type Rollback,
  rollForward,
} from '@sphera/plugin-rollback-common';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { PlanView } from '../plan/PlanView';
import { useRollbackLinks } from '../parts/useRollbackLinks';

// A diff wants more room than a form.
const WIDTH_PX = 760;

/** Shows what taking a rollback back would change, asks why, and does it. */
export function RollForwardDialog(props: {
  rollback: Rollback;
  onClose(): void;
}) {
  const { rollback, onClose } = props;
  const { id, service, state } = rollback;
  const navigate = useNavigate();
  const links = useRollbackLinks();
  const { primaryTitle: title } = useEntityPresentation(service);
  const [reason, setReason] = useState('');
  const plan = useOperation(planRollForward, { id });
  const starting = useOperationMutation(rollForward, {
    quiet: true,
    onSuccess: forward => {
      onClose();
      navigate(links.toRollback(forward.id));
    },
  });
  const { data } = plan;
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
      width={WIDTH_PX}
    >
      <DialogHeader>Roll {title} forward</DialogHeader>
      <DialogForm
        submitLabel={data ? `Roll forward to ${data.version}` : 'Roll forward'}
        error={starting.error}
        isPending={starting.isPending}
        isDisabled={!data || data.obstacles.length > 0}
        onSubmit={() =>
          starting.mutate(
            { id, reason, plan: data?.id },
            // What is shown is not what is any more: the next look shows it.
            { onError: error => isConflict(error) && plan.refetch() },
          )
        }
      >
        <Text>
          Each file says again what it said before, and the lock of this
          rollback is taken off.
          {state === 'running' && ' The rollback, still under way, ends.'}
        </Text>
        <ReasonField
          value={reason}
          onChange={setReason}
          error={starting.error}
          placeholder="The new version is mended"
        />
        {plan.error && !data && (
          <FailedState
            what="The changes"
            error={plan.error}
            onRetry={() => plan.refetch()}
          />
        )}
        {plan.isPending && (
          <div role="status" aria-label="The changes are being worked out">
            <Skeleton height={200} width="100%" />
          </div>
        )}
        {data && <PlanView plan={data} />}
      </DialogForm>
    </Dialog>
  );
}
