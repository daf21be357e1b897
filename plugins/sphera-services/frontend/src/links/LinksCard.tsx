import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton, Text } from '@backstage/ui';
import { FailedState, useOperation } from '@sphera/plugin-operations-react';
import { listLinks } from '@sphera/plugin-services-common';
import { linkSections, useFleet } from '@sphera/plugin-services-react';
import styles from './LinksCard.module.css';
import { LinksUnder } from './LinksUnder';

/** Where the service whose page it is on is found in other tools, by environment. */
export function LinksCard() {
  const { entity } = useEntity();
  return (
    <EntityInfoCard title="Links">
      <LinksOf service={stringifyEntityRef(entity)} />
    </EntityInfoCard>
  );
}

function LinksOf(props: { service: string }) {
  const fleet = useFleet();
  const links = useOperation(listLinks, props);
  if (links.error && !links.data) {
    return (
      <FailedState
        what="Links"
        error={links.error}
        onRetry={() => links.refetch()}
      />
    );
  }
  if (!links.data) {
    return (
      <div role="status" aria-label="Links are loading">
        <Skeleton height={32} />
      </div>
    );
  }
  if (links.data.items.length === 0) {
    return (
      <Text color="secondary">
        No links yet. They come from sphera.links in the configuration, and from
        metadata.links in catalog-info.yaml.
      </Text>
    );
  }
  return (
    <div className={styles.sections}>
      {linkSections(links.data.items, fleet).map(section => (
        <LinksUnder key={section.title} section={section} />
      ))}
    </div>
  );
}
