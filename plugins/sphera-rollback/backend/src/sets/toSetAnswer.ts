import { counted, listed } from '@sphera/plugin-operations-node';
import {
  type Rollback,
  ROLLBACK_STATES,
  type RollbackSet,
} from '@sphera/plugin-rollback-common';
import type { KeptRollback, ToAnswer } from '../running/KeptRollback';
import type { KeptSet } from '../storage/RollbackStore';

const WORDS: Record<Rollback['state'], string> = {
  running: 'under way',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** A set with its rollbacks, as answers have it. */
export function toSetAnswer(
  set: KeptSet,
  rollbacks: readonly KeptRollback[],
  toAnswer: ToAnswer,
): RollbackSet {
  return {
    ...set,
    at: new Date(set.at).toISOString(),
    startedAt: new Date(set.startedAt).toISOString(),
    state: stateOf(rollbacks),
    sentence: sentenceOf(rollbacks),
    rollbacks: rollbacks.map(toAnswer),
  };
}

/** Running while one of them is; then as the worst of them ended. */
function stateOf(rollbacks: readonly KeptRollback[]): Rollback['state'] {
  const states = ['running', 'failed', 'cancelled'] as const;
  return (
    states.find(state => rollbacks.some(one => one.state === state)) ?? 'done'
  );
}

function sentenceOf(rollbacks: readonly KeptRollback[]): string {
  const parts = ROLLBACK_STATES.flatMap(state => {
    const count = rollbacks.filter(one => one.state === state).length;
    return count > 0 ? `${count} ${WORDS[state]}` : [];
  });
  return `${counted(rollbacks.length, 'rollback')}: ${listed(parts)}`;
}
