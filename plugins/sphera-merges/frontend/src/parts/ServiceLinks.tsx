import { EntityLink } from '@sphera/plugin-operations-react';
import { Fragment } from 'react';

const MOST_SHOWN = 3;

/** The services that are built from a repository; of many the first ones. */
export function ServiceLinks(props: {
  /** Entity refs. */
  services: readonly string[];
}) {
  const { services } = props;
  const more = services.length - MOST_SHOWN;
  return (
    <>
      {services.slice(0, MOST_SHOWN).map((service, index) => (
        <Fragment key={service}>
          {index > 0 && ', '}
          <EntityLink entityRef={service} />
        </Fragment>
      ))}
      {more > 0 && ` and ${more} more`}
    </>
  );
}
