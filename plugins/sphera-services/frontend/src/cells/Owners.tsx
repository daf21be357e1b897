import { Link, Text } from '@backstage/ui';
import type { ServiceRow } from '@sphera/plugin-services-common';
import { Fragment } from 'react';
import { useEntityHref } from './useEntityHref';

/** Who owns a service, each linked to their page. */
export function Owners(props: { owners: ServiceRow['owners'] }) {
  const { owners } = props;
  const hrefOf = useEntityHref();
  if (owners.length === 0) return <Text color="warning">Nobody</Text>;
  return (
    <span>
      {owners.map(({ ref, title }, index) => (
        <Fragment key={ref}>
          {index > 0 && ', '}
          <Link href={hrefOf(ref) ?? ''} standalone color="primary">
            {title}
          </Link>
        </Fragment>
      ))}
    </span>
  );
}
