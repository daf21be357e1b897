import { Skeleton, Text } from '@backstage/ui';
import { FailedState, useOperation } from '@sphera/plugin-operations-react';
import { compareSecrets, Place } from '@sphera/plugin-secrets-common';
import { usePlaceWords } from '../parts/usePlaceWords';
import styles from './Compare.module.css';
import { CopyAcross } from './CopyAcross';
import { VerdictRow } from './VerdictRow';
import { comparisonInWords, isDiffering } from './verdictWords';

/** What is the same in two places, and what is not. */
export function ComparedPlaces(props: {
  service: string;
  here: Place;
  there: Place;
  onlyDiffering: boolean;
}) {
  const { service, here, there, onlyDiffering } = props;
  const inWords = usePlaceWords();
  const compared = useOperation(
    compareSecrets,
    {
      service,
      ...here,
      otherEnvironment: there.environment,
      otherRegion: there.region,
    },
    { keepPrevious: true },
  );
  const failure = compared.error && (
    <FailedState
      what="Comparisons"
      error={compared.error}
      onRetry={() => compared.refetch()}
    />
  );
  if (!compared.data) {
    return failure ?? <Skeleton height={240} width="100%" />;
  }
  const { items } = compared.data;
  const shown = onlyDiffering ? items.filter(isDiffering) : items;
  return (
    <>
      {failure}
      <div className={styles.sum}>
        <Text role="status">{comparisonInWords(items)}</Text>
        <CopyAcross service={service} items={items} here={here} there={there} />
      </div>
      {shown.length > 0 && (
        <div className={styles.scroll} aria-busy={compared.isPlaceholderData}>
          <table className={styles.table} aria-label="Secrets of both places">
            <thead>
              <tr>
                <th scope="col">Secret</th>
                <th scope="col">Values</th>
                <th scope="col">{inWords(here)}</th>
                <th scope="col">{inWords(there)}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(secret => (
                <VerdictRow
                  key={secret.name}
                  secret={secret}
                  here={here}
                  there={there}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
