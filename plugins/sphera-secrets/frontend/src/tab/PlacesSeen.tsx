import { RiWifiOffLine } from '@remixicon/react';
import { asSentence, TimeAgo } from '@sphera/plugin-operations-react';
import type { TitledPlace } from '../parts/placeGroups';
import styles from './EnvironmentSummary.module.css';

/** How well the places of an environment are seen: those that are not, with why; else since when. */
export function PlacesSeen(props: { places: TitledPlace[] }) {
  const { places } = props;
  const lost = places.filter(({ state }) => state === 'lost');
  const waiting = places.filter(({ state }) => state === 'waiting');
  if (lost.length === 0 && waiting.length === 0) {
    return (
      <div className={styles.seen}>
        Looked through <TimeAgo time={oldestLook(places)} />
      </div>
    );
  }
  return (
    <ul className={styles.seen} role="status">
      {lost.map(place => (
        <li key={place.region} className={styles.lost}>
          <RiWifiOffLine size={14} aria-hidden />
          <Lost place={place} />
        </li>
      ))}
      {waiting.length > 0 && (
        <li>
          {new Intl.ListFormat('en').format(waiting.map(({ title }) => title))}{' '}
          {waiting.length === 1 ? 'is' : 'are'} being looked at for the first
          time.
        </li>
      )}
    </ul>
  );
}

function Lost(props: { place: TitledPlace }) {
  const { title, problem, sweptAt } = props.place;
  return (
    <>
      <strong>{title}</strong>{' '}
      {sweptAt ? (
        <>
          is shown as it was <TimeAgo time={sweptAt} />.
        </>
      ) : (
        'has not been seen yet.'
      )}
      {problem && ` ${asSentence(problem)}`}
    </>
  );
}

function oldestLook(places: TitledPlace[]): string {
  const looks = places.flatMap(({ sweptAt }) => sweptAt ?? []);
  return looks.sort()[0] ?? new Date(0).toISOString();
}
