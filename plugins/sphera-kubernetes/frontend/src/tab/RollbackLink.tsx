import { ButtonLink } from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import type { Deployment } from '@sphera/plugin-kubernetes-common';
import { rollbackAt, useStartRollback } from '../parts/useStartRollback';

/** The way to an earlier version, where the app has rollbacks. */
export function RollbackLink(props: { deployment: Deployment }) {
  const { deployment } = props;
  const start = useStartRollback();
  const href = rollbackAt(start?.(deployment.service), deployment);
  if (!href) return null;
  return (
    <ButtonLink
      href={href}
      variant="secondary"
      size="medium"
      iconStart={<RiHistoryLine />}
    >
      Roll back…
    </ButtonLink>
  );
}
