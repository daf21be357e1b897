import type { DeploymentDetails } from '@sphera/plugin-kubernetes-common';
import { FactsTable, Section } from '@sphera/plugin-operations-react';

type Container = DeploymentDetails['containers'][number];

/** What each container asks for, and what it may use at most. */
export function Containers(props: { containers: readonly Container[] }) {
  const { containers } = props;
  if (containers.length === 0) return null;
  return (
    <Section title="Containers">
      <FactsTable
        label="Containers"
        columns={[
          'Container',
          'CPU requested',
          'CPU limit',
          'Memory requested',
          'Memory limit',
        ]}
        rows={containers.map(({ name, requests, limits }) => ({
          key: name,
          cells: [
            name,
            requests.cpu ?? '–',
            limits.cpu ?? 'none',
            requests.memory ?? '–',
            limits.memory ?? 'none',
          ],
        }))}
      />
    </Section>
  );
}
