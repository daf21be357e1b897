import type { SetPlan } from '@sphera/plugin-rollback-common';
import { planDifferences } from '../plan/planDifferences';

const nameOf = (service: string) => service.replace(/^.*\//, '');

/** What is another way in a newer plan of the same set, in sentences without full stops; empty where nothing is. */
export function setPlanDifferences(seen: SetPlan, now: SetPlan): string[] {
  const find = (plan: SetPlan, service: string) =>
    plan.plans.find(one => one.service === service);
  return [
    ...now.plans.flatMap(plan => {
      const before = find(seen, plan.service);
      if (!before) return [`${nameOf(plan.service)} changes, too`];
      return planDifferences(before, plan).map(
        sentence => `${nameOf(plan.service)}: ${sentence}`,
      );
    }),
    ...seen.plans
      .filter(({ service }) => !find(now, service))
      .map(({ service }) => `${nameOf(service)} stays as it is now`),
  ];
}
