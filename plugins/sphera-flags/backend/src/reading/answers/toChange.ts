import type { FlagChange } from '@sphera/plugin-flags-common';
import type { Person } from '@sphera/plugin-operations-node';
import type { KeptChange, KeptStep } from '../../storage/Kept';
import { valueOf } from '../cells/values';
import { moment, momentOrNone } from '../moment';

/** A change as answers have it. */
export function toChange(
  change: KeptChange,
  steps: KeptStep[],
  by: Person,
): FlagChange {
  return {
    id: change.id,
    flag: change.flag,
    service: change.service,
    kind: change.kind,
    at: moment(change.at),
    by,
    reason: change.reason,
    sentence: change.sentence,
    rollout: change.rollout,
    clusters: steps.map(step => ({
      cluster: step.cluster,
      revision: step.revision,
      definition: step.definition,
      value: step.definition ? valueOf(step.definition).text : 'removed',
      answeredAt: momentOrNone(step.answeredAt),
      refusal: step.refusal,
      isOvertaken: step.isOvertaken,
    })),
  };
}
