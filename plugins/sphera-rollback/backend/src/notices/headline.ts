import type { RollbackState } from '@sphera/plugin-rollback-common';
import type { KeptRollback } from '../running/KeptRollback';

/** What is to be said first: what happens, or happened, to which service, and where. */
export function headline(
  {
    kind,
    state,
    environment,
  }: Pick<KeptRollback, 'kind' | 'state' | 'environment'>,
  /** As people call it. */
  service: string,
): string {
  const [noun, way] =
    kind === 'rollback' ? ['Rollback', 'back'] : ['Roll-forward', 'forward'];
  const sentences: Record<RollbackState, string> = {
    running: `Rolling ${service} ${way}`,
    done: `${service} was rolled ${way}`,
    failed: `${noun} of ${service} failed`,
    cancelled: `${noun} of ${service} was cancelled`,
  };
  return `${sentences[state]} in ${environment}`;
}
