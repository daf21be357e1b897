import { Text } from '@backstage/ui';
import type { Autoscaler } from '@sphera/plugin-kubernetes-common';
import type { Bounds } from './boundsProblems';
import {
  Capacity,
  capacityOf,
  coresInWords,
  differenceInWords,
  memoryInWords,
} from './capacity';
import styles from './dialogs.module.css';

const ROWS: {
  title: string;
  show(capacity: Capacity): string | undefined;
}[] = [
  { title: 'Pods', show: ({ pods }) => String(pods) },
  {
    title: 'CPU',
    show: ({ cpuCores }) =>
      cpuCores === undefined ? undefined : coresInWords(cpuCores),
  },
  {
    title: 'Memory',
    show: ({ memoryBytes }) =>
      memoryBytes === undefined ? undefined : memoryInWords(memoryBytes),
  },
];

/** What the pods request at both bounds, now and with the new ones. */
export function CapacityTable(props: {
  perPod: Autoscaler['perPod'];
  before: Bounds;
  after: Bounds;
}) {
  const { perPod, before, after } = props;
  const columns = (['minReplicas', 'maxReplicas'] as const).map(bound => ({
    bound,
    now: capacityOf(before[bound], perPod),
    then: capacityOf(after[bound], perPod),
  }));
  return (
    <div>
      <table className={styles.capacity}>
        <thead>
          <tr>
            <td />
            <th scope="col">At the minimum</th>
            <th scope="col">At the maximum</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.filter(({ show }) => show(columns[0].now)).map(
            ({ title, show }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {columns.map(({ bound, now, then }) => (
                  <td key={bound}>
                    <Change from={show(now)!} to={show(then)!} />
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
      <Text weight="bold">{differenceInWords(before, after, perPod)}</Text>
    </div>
  );
}

function Change(props: { from: string; to: string }) {
  const { from, to } = props;
  if (from === to) return <>{from}</>;
  return (
    <>
      {from} → <strong>{to}</strong>
    </>
  );
}
