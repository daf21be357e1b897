import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Skeleton } from '@backstage/ui';
import { getMergeHold } from '@sphera/plugin-merges-common';
import {
  FailedState,
  isNotFound,
  useOperation,
} from '@sphera/plugin-operations-react';
import { HoldSummary } from './HoldSummary';

/** Whether GitHub takes merges to the service whose page it is on, and what waits. Nothing where the portal does not look after its repository. */
export function MergesCard() {
  const { entity } = useEntity();
  const service = stringifyEntityRef(entity);
  const hold = useOperation(getMergeHold, { service });
  const { data, error } = hold;
  if (isNotFound(error)) return null;
  return (
    <EntityInfoCard title="Merges on GitHub">
      <Flex direction="column" gap="3">
        {error && (
          <FailedState
            what={data ? 'Newer facts' : 'Merges'}
            error={error}
            onRetry={() => hold.refetch()}
          />
        )}
        {data && <HoldSummary hold={data} />}
        {!data && !error && (
          <div role="status" aria-label="Merges are loading">
            <Skeleton height={48} width="100%" />
          </div>
        )}
      </Flex>
    </EntityInfoCard>
  );
}
