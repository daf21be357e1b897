import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RiRouteLine } from '@remixicon/react';
import { getLifecycle } from '@sphera/plugin-lifecycle-common';
import {
  EmptyState,
  FailedState,
  isNotFound,
  useOperation,
} from '@sphera/plugin-operations-react';
import { LifecycleView } from './LifecycleView';
import { TabSkeleton } from './TabSkeleton';

/** Where the service whose page it is on stands on its path, and what to do next. */
export function LifecycleTab() {
  const { entity } = useEntity();
  const service = stringifyEntityRef(entity);
  const lifecycle = useOperation(getLifecycle, { service });
  const { data, error } = lifecycle;
  if (isNotFound(error)) return <NoLifecycle />;
  const failure = error && (
    <FailedState
      what={data ? 'Newer facts' : 'The life cycle'}
      error={error}
      onRetry={() => lifecycle.refetch()}
    />
  );
  if (!data) return failure ?? <TabSkeleton />;
  return <LifecycleView key={service} lifecycle={data} failure={failure} />;
}

function NoLifecycle() {
  return (
    <EmptyState
      icon={<RiRouteLine size={32} aria-hidden />}
      title="No life cycle is kept of it"
      description="Services have one: components of the types that sphera.services.types names."
    />
  );
}
