import { Text } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import type { FlagDrift } from '@sphera/plugin-flags-common';
import { asSentence } from '@sphera/plugin-operations-react';
import { useFleet } from '@sphera/plugin-services-react';
import { FlagValue } from '../parts/FlagValue';
import styles from './drift.module.css';
import { wantedValues } from './wantedValues';

const MOST_NAMED = 5;

/** Clusters of one environment of which different things are wanted: which, and what. */
export function UnlikeClusters(props: { drift: FlagDrift }) {
  const { sentence, environment, cells } = props.drift;
  const { environments } = useFleet();
  return (
    <div>
      <Text as="p">
        {asSentence(sentence)}{' '}
        <Text color="secondary">{titleOf(environments, environment)}</Text>
      </Text>
      <ul className={styles.values} aria-label="What is wanted where">
        {wantedValues(cells).map(({ value, clusters }) => (
          <li key={value.text}>
            <FlagValue value={value} />
            <span className={styles.where}>{named(clusters)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function named(clusters: string[]): string {
  const more = clusters.length - MOST_NAMED;
  const some = clusters.slice(0, MOST_NAMED).join(', ');
  return more > 0 ? `${some} and ${more.toLocaleString('en')} more` : some;
}
