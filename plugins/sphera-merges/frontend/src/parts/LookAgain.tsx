import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { RiRefreshLine } from '@remixicon/react';
import { reconcileMerges } from '@sphera/plugin-merges-common';
import {
  countOf,
  OperationButton,
  useOperationMutation,
} from '@sphera/plugin-operations-react';

/** Has the portal look at GitHub again, now, instead of within its usual minutes. */
export function LookAgain(props: {
  /** Entity ref; absent: all repositories. */
  service?: string;
}) {
  const { service } = props;
  const toasts = useApi(toastApiRef);
  const look = useOperationMutation(reconcileMerges, {
    onSuccess: ({ repositories }) =>
      toasts.post({
        title: `The portal looks at ${countOf(
          repositories,
          'repository',
          'repositories',
        )} again`,
        status: 'success',
        timeout: 4000,
      }),
  });
  return (
    <OperationButton
      operation={reconcileMerges}
      target={{ service }}
      variant="secondary"
      size="small"
      iconStart={<RiRefreshLine size={16} />}
      isPending={look.isPending}
      onPress={() => look.mutate({ service })}
    >
      Look again
    </OperationButton>
  );
}
