import { Text } from '@backstage/ui';
import { OperationButton } from '@sphera/plugin-operations-react';
import {
  copySecret,
  isSamePlace,
  Place,
  placeName,
  SecretRow,
} from '@sphera/plugin-secrets-common';
import { useId } from 'react';
import { useSecretsDialogs } from '../../dialogs/useSecretsDialogs';
import { driftingIn, rightPlaceFor } from '../../parts/mending';
import { cellAt, PlaceGroup } from '../../parts/placeGroups';
import type { Question } from '../address';
import { environmentInWords } from './environmentWords';
import { PlaceItem } from './PlaceItem';
import styles from './SecretDetails.module.css';

/** A secret in every region of an environment. */
export function EnvironmentPlaces(props: {
  service: string;
  row: SecretRow;
  group: PlaceGroup;
  question: Question;
  /** The place that shows everything about itself. */
  opened?: Place;
}) {
  const { service, row, group, question, opened } = props;
  const { environment, title, places } = group;
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.environment}>
      <div className={styles.environmentHead}>
        <div className={styles.environmentWords}>
          <h3 id={id} className={styles.environmentTitle}>
            {title}
          </h3>
          <Text color="secondary">{environmentInWords(row, environment)}</Text>
        </div>
        <MendButton service={service} row={row} environment={environment} />
      </div>
      <ul className={styles.places}>
        {places.map(place => (
          <PlaceItem
            key={placeName(place)}
            service={service}
            row={row}
            cell={cellAt(row, place)}
            place={place}
            question={question}
            isOpen={Boolean(opened && isSamePlace(opened, place))}
          />
        ))}
      </ul>
    </section>
  );
}

function MendButton(props: {
  service: string;
  row: SecretRow;
  environment: string;
}) {
  const { service, row, environment } = props;
  const dialogs = useSecretsDialogs();
  const to = driftingIn(row, environment);
  if (to.length === 0) return null;
  return (
    <OperationButton
      operation={copySecret}
      target={{ service, environment }}
      size="small"
      onPress={() =>
        dialogs.copy({
          service,
          names: [row.name],
          from: rightPlaceFor(row, to[0]),
          to,
        })
      }
    >
      Mend
    </OperationButton>
  );
}
