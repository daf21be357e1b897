import type { DeploymentDetails } from '@sphera/plugin-kubernetes-common';
import { FactsTable, Section } from '@sphera/plugin-operations-react';

/** How many pods may be missing at once. */
export function DisruptionBudgets(props: {
  budgets: DeploymentDetails['disruptionBudgets'];
}) {
  const { budgets } = props;
  if (budgets.length === 0) return null;
  return (
    <Section title="Disruption budgets">
      <FactsTable
        label="Disruption budgets"
        columns={['Budget', 'May go now', 'Healthy', 'At least']}
        rows={budgets.map(one => ({
          key: one.name,
          cells: [
            one.name,
            one.disruptionsAllowed,
            one.currentHealthy,
            one.desiredHealthy,
          ],
        }))}
      />
    </Section>
  );
}
