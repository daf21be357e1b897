import { listSecrets, type SecretRow } from '@sphera/plugin-secrets-common';
import type { useOperationPages } from '@sphera/plugin-operations-react';
import { useFleet } from '@sphera/plugin-services-react';
import { useMemo } from 'react';
import { placeGroups } from '../parts/placeGroups';
import { EnvironmentSummary } from './EnvironmentSummary';
import summaries from './EnvironmentSummary.module.css';
import { SecretsFilters } from './SecretsFilters';
import { SecretsFound } from './SecretsFound';
import { DetailsPane } from './details/DetailsPane';
import styles from './SecretsTab.module.css';
import { TabActions } from './TabActions';
import { UnfinishedChanges } from './UnfinishedChanges';
import type { TabAddress } from './useTabAddress';

/** The secrets of a service in every place, and one of them closely. */
export function SecretsView(props: {
  service: string;
  address: TabAddress;
  pages: ReturnType<typeof useOperationPages<typeof listSecrets>>;
}) {
  const { service, address, pages } = props;
  const { question, selection, unselect } = address;
  const { places, unfinished, environments } = pages.data!.pages[0];
  const fleet = useFleet();
  const groups = useMemo(() => placeGroups(fleet, places), [fleet, places]);
  const rows = useMemo<SecretRow[]>(
    () => pages.data!.pages.flatMap(({ items }) => items),
    [pages.data],
  );
  const isOpen = selection ? true : undefined;
  return (
    <>
      <div className={styles.above} data-open={isOpen}>
        <div className={summaries.summaries}>
          {groups.map(group => (
            <EnvironmentSummary
              key={group.environment}
              group={group}
              sum={environments.find(
                ({ environment }) => environment === group.environment,
              )}
            />
          ))}
        </div>
        <UnfinishedChanges service={service} changes={unfinished} />
        <div className={styles.controls}>
          <SecretsFilters address={address} groups={groups} />
          <TabActions service={service} canCompare={places.length > 1} />
        </div>
      </div>
      <div className={styles.panes} data-open={isOpen}>
        <div className={styles.list}>
          <SecretsFound
            service={service}
            address={address}
            pages={pages}
            rows={rows}
            groups={groups}
          />
        </div>
        {selection && (
          <DetailsPane
            service={service}
            selection={selection}
            known={rows.find(({ name }) => name === selection.name)}
            groups={groups}
            question={question}
            onClose={unselect}
          />
        )}
      </div>
    </>
  );
}
