import type { Plan } from '@sphera/plugin-rollback-common';
import { titleOf } from '@sphera/plugin-fleet-common';
import { FactsTable, sentenceCell } from '@sphera/plugin-operations-react';
import { useFleet } from '@sphera/plugin-services-react';

/** The clusters that will follow, with what runs in them now. */
export function TouchedClusters(props: { clusters: Plan['clusters'] }) {
  const { regions } = useFleet();
  const isOdd = props.clusters.some(({ sentence }) => sentence);
  return (
    <FactsTable
      label="Clusters that follow"
      columns={[
        'Cluster',
        'Region',
        'Runs now',
        'Pods',
        ...(isOdd ? ['Note'] : []),
      ]}
      rows={props.clusters.map(one => ({
        key: one.cluster,
        cells: [
          one.cluster,
          titleOf(regions, one.region),
          one.version ?? 'nothing',
          one.pods,
          ...(isOdd
            ? [<span className={sentenceCell}>{one.sentence}</span>]
            : []),
        ],
      }))}
    />
  );
}
