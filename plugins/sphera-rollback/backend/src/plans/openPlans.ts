import { historyOf } from '../reading/historyOf';
import { serviceOf } from '../reading/serviceOf';
import { planSet } from '../sets/planSet';
import { checkVersionRan } from './checkVersionRan';
import { describePlan } from './describePlan';
import { filesTakenBack } from './filesTakenBack';
import type { PlanParts } from './PlanParts';
import type { Plans } from './Plans';

/** Plans from what the repositories, the clusters, the locks and the registries say now. */
export function openPlans(parts: PlanParts): Plans {
  return {
    async plan(wish, { maxAge } = {}) {
      const { environment, regions, version } = wish;
      const service = await serviceOf(parts.directory, wish.service);
      const question = { service, environment, regions, maxAge };
      const history = await historyOf(parts, question, 'regions');
      await checkVersionRan(parts, history, question, version);
      const files = history.files.map(file => ({ ...file, to: version }));
      const change = { service, environment, regions, history, files };
      return describePlan(parts, change);
    },

    async forward(rollback, { maxAge } = {}) {
      const { id, environment, regions } = rollback;
      const service = await serviceOf(parts.directory, rollback.service);
      const question = { service, environment, regions, maxAge };
      const history = await historyOf(parts, question, 'regions');
      const files = filesTakenBack(rollback, history);
      const change = { service, environment, history, files, undoes: id };
      return describePlan(parts, change);
    },

    set: (wish, freshness) => planSet(parts, wish, freshness),
  };
}
