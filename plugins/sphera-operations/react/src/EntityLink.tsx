import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import styles from './EntityLink.module.css';

/** A service, person or team by its title, linked to its page. */
export function EntityLink(props: {
  /** Entity ref, like `component:default/payments`. */
  entityRef: string;
}) {
  const entity = parseEntityRef(props.entityRef);
  const { primaryTitle } = useEntityPresentation(props.entityRef, {
    defaultKind: entity.kind,
    defaultNamespace: 'default',
  });
  const routeTo = useRouteRef(entityRouteRef);
  if (!routeTo) return <>{primaryTitle}</>;
  return (
    <Link
      href={routeTo(entityRouteParams(entity, { encodeParams: true }))}
      standalone
      className={styles.link}
    >
      {primaryTitle}
    </Link>
  );
}
