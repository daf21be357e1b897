import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiLoaderLine,
} from '@remixicon/react';
import { titleOf } from '@sphera/plugin-fleet-common';
import { asSentence, TimeAgo } from '@sphera/plugin-operations-react';
import { placeName, type SecretsPlace } from '@sphera/plugin-secrets-common';
import { useFleet } from '@sphera/plugin-services-react';
import { CallsMeter } from './CallsMeter';
import styles from './PlacesStrip.module.css';

const SIGNS = {
  live: RiCheckboxCircleLine,
  lost: RiErrorWarningLine,
  waiting: RiLoaderLine,
};

/** Where secrets are kept, how well each place is seen, and what looking costs there. */
export function PlacesStrip(props: { places: SecretsPlace[] }) {
  const { places } = props;
  const lost = places.filter(({ state }) => state === 'lost').length;
  return (
    <details className={styles.strip} open={lost > 0 || undefined}>
      <summary className={styles.sum}>
        <Sign state={lost > 0 ? 'lost' : 'live'} />
        {sumOf(places, lost)}
      </summary>
      <ul className={styles.places} aria-label="Places of secrets">
        {places.map(place => (
          <li key={placeName(place)} className={styles.place}>
            <OnePlace place={place} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function OnePlace(props: { place: SecretsPlace }) {
  const { place } = props;
  const { environments, regions } = useFleet();
  return (
    <>
      <span className={styles.title}>
        <Sign state={place.state} />
        {titleOf(environments, place.environment)} ·{' '}
        {titleOf(regions, place.region)}
      </span>
      <span className={styles.facts}>
        {place.secrets.toLocaleString('en')} secrets
        {place.sweptAt && (
          <>
            {', looked through '}
            <TimeAgo time={place.sweptAt} />
          </>
        )}
      </span>
      {place.problem && (
        <span className={styles.problem}>{asSentence(place.problem)}</span>
      )}
      <CallsMeter calls={place.calls} />
    </>
  );
}

function Sign(props: { state: SecretsPlace['state'] }) {
  const Drawn = SIGNS[props.state];
  return (
    <Drawn
      size={16}
      aria-hidden
      className={styles.sign}
      data-state={props.state}
    />
  );
}

function sumOf(places: SecretsPlace[], lost: number): string {
  const count = places.length === 1 ? '1 place' : `${places.length} places`;
  if (lost > 0) return `${lost} of ${count} cannot be seen`;
  const waiting = places.filter(({ state }) => state === 'waiting').length;
  return waiting > 0
    ? `${count}, ${waiting} being looked through for the first time`
    : `${count}, all seen`;
}
