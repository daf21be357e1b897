import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { useLockDialogs } from './dialogs/useLockDialogs';

/** The item that locks a service, in the menu of its page. */
export function useLockMenuItem() {
  const { entity } = useEntity();
  const title = useEntityPresentation(entity).primaryTitle;
  const service = stringifyEntityRef(entity);
  const dialogs = useLockDialogs();
  return {
    title: 'Lock…',
    onClick: () => {
      dialogs.lock({ kind: 'service', service, title });
    },
  };
}
