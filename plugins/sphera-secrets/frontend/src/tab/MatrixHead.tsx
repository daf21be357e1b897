import { RiLoader4Line, RiWifiOffLine } from '@remixicon/react';
import type { PlaceGroup, TitledPlace } from '../parts/placeGroups';
import styles from './SecretsMatrix.module.css';

/** The head of the matrix: environments, and below each its regions. */
export function MatrixHead(props: { groups: PlaceGroup[] }) {
  const { groups } = props;
  return (
    <thead className={styles.head}>
      <tr>
        <th scope="col" rowSpan={2} className={styles.corner}>
          Secret
        </th>
        {groups.map(({ environment, title, places }) => (
          <th
            key={environment}
            scope="colgroup"
            colSpan={places.length}
            className={styles.environment}
          >
            <span className={styles.environmentTitle}>{title}</span>
          </th>
        ))}
      </tr>
      <tr>
        {groups.map(({ places }) =>
          places.map((place, index) => (
            <th
              key={`${place.environment}/${place.region}`}
              scope="col"
              className={
                index === 0
                  ? `${styles.place} ${styles.firstOfGroup}`
                  : styles.place
              }
            >
              <PlaceHead place={place} />
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

function PlaceHead(props: { place: TitledPlace }) {
  const { title, state, region } = props.place;
  return (
    <span className={styles.region} title={`${title} (${region})`}>
      <span className={styles.regionTitle}>{title}</span>
      {state === 'lost' && (
        <RiWifiOffLine size={14} aria-label="is not seen now" />
      )}
      {state === 'waiting' && (
        <RiLoader4Line size={14} aria-label="is not seen yet" />
      )}
    </span>
  );
}
