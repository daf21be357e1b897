import { Alert, ButtonLink } from '@backstage/ui';
import { messageOf, problemsOf } from '@sphera/plugin-operations-react';
import { rollbackInTheWay } from './rollbackInTheWay';
import { useRollbackLinks } from './useRollbackLinks';

/** Why a rollback was refused, where the reason is not what is wrong; another one that is in the way is linked. */
export function StartRefusal({ error }: { error: Error | null }) {
  const links = useRollbackLinks();
  if (!error || problemsOf(error).some(({ field }) => field === 'reason')) {
    return null;
  }
  const other = rollbackInTheWay(error);
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title={messageOf(error)}
      customActions={
        other && (
          <ButtonLink
            size="small"
            variant="secondary"
            href={links.toRollback(other)}
          >
            See that rollback
          </ButtonLink>
        )
      }
    />
  );
}
