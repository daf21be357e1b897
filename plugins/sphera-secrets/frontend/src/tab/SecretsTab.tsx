import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  FailedState,
  useOperationPages,
} from '@sphera/plugin-operations-react';
import { listSecrets } from '@sphera/plugin-secrets-common';
import { useSearchParams } from 'react-router-dom';
import { CompareView } from '../compare/CompareView';
import { NoPlaces } from '../parts/NoPlaces';
import { SecretsSkeleton } from './SecretsSkeleton';
import styles from './SecretsTab.module.css';
import { SecretsView } from './SecretsView';
import { useTabAddress } from './useTabAddress';

const PAGE_SIZE = 200;

/** The secrets of the service whose page it is on: in every place, or two places side by side. */
export function SecretsTab() {
  const { entity } = useEntity();
  const service = stringifyEntityRef(entity);
  const [query] = useSearchParams();
  const address = useTabAddress();
  const pages = useOperationPages(
    listSecrets,
    { service, ...address.question, limit: PAGE_SIZE },
    { keepPrevious: true },
  );
  const failure = pages.error && (
    <FailedState
      what={pages.data ? 'Newer facts' : 'Secrets'}
      error={pages.error}
      onRetry={() => pages.refetch()}
    />
  );
  if (failure && !pages.data) return failure;
  if (!pages.data) return <SecretsSkeleton />;
  const { places } = pages.data.pages[0];
  if (places.length === 0) return <NoPlaces />;
  return (
    <div className={styles.tab}>
      {/* What is shown below may be old: nobody must take it for what is. */}
      {failure}
      {query.get('view') === 'compare' ? (
        <CompareView service={service} places={places} />
      ) : (
        <SecretsView service={service} address={address} pages={pages} />
      )}
    </div>
  );
}
