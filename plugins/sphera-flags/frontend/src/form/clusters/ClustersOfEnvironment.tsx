import { Checkbox, Text } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import { useFleet } from '@sphera/plugin-services-react';
import type { ReactNode } from 'react';
import { FlagValue, type Value } from '../../parts/FlagValue';
import styles from './clusters.module.css';
import type { OfferedCluster } from './OfferedCluster';

// More of them are folded away: whole environments are what is mostly meant.
const MOST_OPEN = 8;

/** One environment with its clusters: all of them at once, or one by one. */
export function ClustersOfEnvironment(props: {
  environment: string;
  offered: OfferedCluster[];
  chosen: ReadonlySet<string>;
  onChange(clusters: string[], isChosen: boolean): void;
}) {
  const { environment, offered, chosen, onChange } = props;
  const title = titleOf(useFleet().environments, environment);
  const all = offered.map(({ cluster }) => cluster);
  const count = all.filter(cluster => chosen.has(cluster)).length;
  const isAll = count === all.length;
  return (
    <div className={styles.environment} role="group" aria-label={title}>
      <Checkbox
        isSelected={isAll}
        isIndeterminate={count > 0 && !isAll}
        onChange={() => onChange(all, !isAll)}
      >
        {title}
      </Checkbox>
      <div>
        {all.length > MOST_OPEN && (
          <Text as="p" color="secondary" className={styles.summary}>
            {count} of {all.length} clusters
            {nowInWords(offered).map(({ value, clusters }) => (
              <FlagValue key={value.text} value={value} count={clusters} />
            ))}
          </Text>
        )}
        <Folded count={all.length}>
          <div className={styles.clusters}>
            {offered.map(({ cluster, now }) => (
              <Checkbox
                key={cluster}
                isSelected={chosen.has(cluster)}
                onChange={isChosen => onChange([cluster], isChosen)}
              >
                <span className={styles.cluster}>
                  {cluster}
                  {now && <FlagValue value={now} />}
                </span>
              </Checkbox>
            ))}
          </div>
        </Folded>
      </div>
    </div>
  );
}

function Folded(props: { count: number; children: ReactNode }) {
  const { count, children } = props;
  if (count <= MOST_OPEN) return <>{children}</>;
  return (
    <details className={styles.folded}>
      <summary>One by one</summary>
      {children}
    </details>
  );
}

function nowInWords(offered: OfferedCluster[]) {
  const counts = new Map<string, { value: Value; clusters: number }>();
  for (const { now } of offered) {
    if (!now) continue;
    const known = counts.get(now.text) ?? { value: now, clusters: 0 };
    counts.set(now.text, { ...known, clusters: known.clusters + 1 });
  }
  return [...counts.values()];
}
