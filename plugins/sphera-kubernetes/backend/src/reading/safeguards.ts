import type { Deployment } from '@sphera/plugin-kubernetes-common';
import type { FleetMemory, OwnedDeployment } from '../fleet/FleetMemory';

/** What scales a deployment and what keeps its pods; nothing where nothing does. */
export function safeguardsOf(
  owned: OwnedDeployment,
  memory: Pick<FleetMemory, 'autoscalersOf' | 'budgetsOf'>,
): Deployment['safeguards'] {
  const autoscalers = memory.autoscalersOf(owned);
  const budgets = memory.budgetsOf(owned);
  if (autoscalers.length === 0 && budgets.length === 0) return undefined;
  return {
    autoscalers: autoscalers.map(({ name, min, max }) => ({
      name,
      minReplicas: min,
      maxReplicas: max,
    })),
    disruptionBudgets: budgets.map(({ name, desiredHealthy }) => ({
      name,
      desiredHealthy,
    })),
  };
}
