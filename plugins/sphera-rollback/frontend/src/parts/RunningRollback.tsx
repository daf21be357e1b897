import { Alert, ButtonLink } from '@backstage/ui';
import { useRollbackLinks } from './useRollbackLinks';

/** A rollback is under way here: which, and the way to its progress. */
export function RunningRollback(props: {
  active: { id: string; version: string };
  /** Where, as people read it; absent: it stands beside it. */
  environment?: string;
}) {
  const { active, environment } = props;
  const { toRollback } = useRollbackLinks();
  const where = environment ? ` in ${environment}` : '';
  return (
    <Alert
      status="info"
      isPending
      title={`A rollback to ${active.version} is under way${where}`}
      customActions={
        <ButtonLink
          size="small"
          variant="secondary"
          href={toRollback(active.id)}
        >
          See how it goes
        </ButtonLink>
      }
    />
  );
}
