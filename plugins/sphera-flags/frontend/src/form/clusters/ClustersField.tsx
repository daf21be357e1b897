import { Button, FieldLabel, Text } from '@backstage/ui';
import type { Rings } from '@sphera/plugin-flags-common';
import { FieldMessage } from '@sphera/plugin-operations-react';
import { useFleet } from '@sphera/plugin-services-react';
import { useId } from 'react';
import styles from './clusters.module.css';
import { ClustersOfEnvironment } from './ClustersOfEnvironment';
import type { OfferedCluster } from './OfferedCluster';

/** In which clusters: all, whole environments, rings, or one by one, each with what it has now. */
export function ClustersField(props: {
  label: string;
  /** Those to choose from, in their order. */
  offered: readonly OfferedCluster[];
  /** For the short ways to choose; absent: there are none. */
  rings?: Rings['rings'];
  value: readonly string[];
  onChange(clusters: string[]): void;
  error: Error | null;
}) {
  const { label, offered, rings = [], value, onChange, error } = props;
  const id = useId();
  const chosen = new Set(value);
  const environments = useFleetOrder(offered);
  // In the order in which they are offered, whatever was pressed first.
  const choose = (isIn: (one: OfferedCluster) => boolean) =>
    onChange(offered.filter(isIn).map(({ cluster }) => cluster));
  const shortcuts = [
    { name: 'All', isIn: () => true },
    { name: 'None', isIn: () => false },
    ...rings.map(ring => ({
      name: `Ring ${ring.name}`,
      isIn: ({ cluster }: OfferedCluster) => ring.clusters.includes(cluster),
    })),
  ];
  return (
    <div role="group" aria-labelledby={id} className={styles.field}>
      <FieldLabel id={id} label={label} secondaryLabel="Required" />
      <div className={styles.shortcuts}>
        {shortcuts.map(({ name, isIn }) => (
          <Button
            key={name}
            size="small"
            variant="secondary"
            onPress={() => choose(isIn)}
          >
            {name}
          </Button>
        ))}
      </div>
      {environments.map(environment => (
        <ClustersOfEnvironment
          key={environment}
          environment={environment}
          offered={offered.filter(one => one.environment === environment)}
          chosen={chosen}
          onChange={(clusters, isChosen) =>
            choose(({ cluster }) =>
              clusters.includes(cluster) ? isChosen : chosen.has(cluster),
            )
          }
        />
      ))}
      {value.length === 0 && (
        <Text color="secondary" variant="body-small">
          Choose at least one cluster.
        </Text>
      )}
      <FieldMessage
        error={error}
        fields={['clusters', 'rings', 'environments']}
      />
    </div>
  );
}

function useFleetOrder(offered: readonly OfferedCluster[]): string[] {
  const fleet = useFleet();
  const named = new Set(offered.map(({ environment }) => environment));
  const known = fleet.environments.map(({ name }) => name);
  return [
    ...known.filter(name => named.has(name)),
    ...[...named].filter(name => !known.includes(name)),
  ];
}
