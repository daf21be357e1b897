import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ActivityLog } from './ActivityLog';
import { useQuestion } from './search/useQuestion';

/** The tab of a service with what was done to it. */
export function ActivityTab() {
  const { entity } = useEntity();
  const asked = useQuestion();
  return <ActivityLog asked={asked} service={stringifyEntityRef(entity)} />;
}
