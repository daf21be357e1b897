import { Text } from '@backstage/ui';
import type { Flag } from '@sphera/plugin-flags-common';
import { countOf, JsonText, Section } from '@sphera/plugin-operations-react';
import { linesOf } from '../form/preview/definitionLines';
import { type WantedDefinition, definitionsOf } from './definitions';
import styles from './DefinitionSection.module.css';

const MOST_NAMED = 5;

/** What is wanted of a flag, as rules and as JSON; each definition once, with the clusters that are to have it. */
export function DefinitionSection(props: { flag: Flag }) {
  const all = definitionsOf(props.flag);
  return (
    <Section
      title="Definition"
      note={all.length > 1 ? `${all.length} that differ` : undefined}
    >
      {all.length === 0 && (
        <Text color="secondary">It is not wanted in any cluster.</Text>
      )}
      {all.map(one => (
        <OneDefinition
          key={one.clusters[0]}
          wanted={one}
          isOnly={all.length === 1}
        />
      ))}
    </Section>
  );
}

function OneDefinition(props: { wanted: WantedDefinition; isOnly: boolean }) {
  const { wanted, isOnly } = props;
  const { definition, clusters } = wanted;
  return (
    <div className={styles.definition}>
      {!isOnly && <Text weight="bold">{clustersInWords(clusters)}</Text>}
      <ul className={styles.lines} aria-label="Who gets what">
        {linesOf(definition).map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
      <details>
        <summary className={styles.summary}>As JSON</summary>
        <JsonText value={definition} />
      </details>
    </div>
  );
}

/** `In production-eu and production-us`; of many their number. */
function clustersInWords(clusters: string[]): string {
  if (clusters.length > MOST_NAMED) {
    return `In ${countOf(clusters.length, 'cluster', 'clusters')}`;
  }
  return `In ${new Intl.ListFormat('en').format(clusters)}`;
}
