import { Link } from '@backstage/ui';
import { useRollbackLinks } from '../parts/useRollbackLinks';

/** Where a rollback to a version starts. */
export function WayBack(props: {
  /** Entity ref. */
  service: string;
  environment: string;
  version: string;
}) {
  const { version } = props;
  const links = useRollbackLinks();
  return (
    <Link
      href={links.toStart(props)}
      aria-label={`Roll back to ${version}…`}
      variant="body-medium"
    >
      Roll back…
    </Link>
  );
}
