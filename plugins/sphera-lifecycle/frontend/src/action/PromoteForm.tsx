import { Skeleton } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import {
  DialogForm,
  FailedState,
  isConflict,
  ReasonField,
  useOperation,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import {
  planPromotion,
  promote,
  type Promotion,
} from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { useState } from 'react';
import { PromotionPlanView } from './PromotionPlanView';

/** What a promotion would change, and why it is wanted. */
export function PromoteForm(props: {
  /** Entity ref. */
  service: string;
  /** Environments. */
  from: string;
  to: string;
  onDone(promotion: Promotion): void;
}) {
  const { service, from, to, onDone } = props;
  const { environments } = useFleet();
  const [reason, setReason] = useState('');
  const plan = useOperation(planPromotion, { service, from, to });
  const promoting = useOperationMutation(promote, {
    quiet: true,
    onSuccess: onDone,
  });
  const { data } = plan;
  const where = titleOf(environments, to);
  return (
    <DialogForm
      submitLabel={data ? `Promote ${data.version} to ${where}` : 'Promote'}
      error={promoting.error}
      isPending={promoting.isPending}
      isDisabled={!data || data.obstacles.length > 0}
      onSubmit={() =>
        promoting.mutate(
          { service, from, to, version: data?.version, reason, plan: data?.id },
          // What is shown is not what is any more: the next look shows it.
          { onError: error => isConflict(error) && plan.refetch() },
        )
      }
    >
      <ReasonField
        value={reason}
        onChange={setReason}
        error={promoting.error}
        placeholder="It ran well for a week"
      />
      {plan.error && (
        <FailedState
          what={data ? 'Newer facts' : 'The changes'}
          error={plan.error}
          onRetry={() => plan.refetch()}
        />
      )}
      {plan.isPending && (
        <div role="status" aria-label="The changes are being worked out">
          <Skeleton height={200} width="100%" />
        </div>
      )}
      {data && <PromotionPlanView plan={data} />}
    </DialogForm>
  );
}
