import { mockServices } from '@backstage/backend-test-utils';

/** One call as the audit log has it. */
export interface Audited {
  operation: string;
  actor: string;
  door: string;
  outcome: 'succeeded' | 'failed' | 'refused';
  output?: any;
  error?: { message: string };
}

/** Everything that goes into the audit log, once its outcome is known. */
export function auditLog() {
  const log: Audited[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ meta }) => {
      const { operation, actor, door, outcome, error } = (meta as any).sphera;
      const call = { operation, actor, door };
      if (outcome === 'refused') log.push({ ...call, outcome, error });
      return {
        success: async (more: any) =>
          void log.push({
            ...call,
            outcome: 'succeeded',
            output: more?.meta?.output,
          }),
        fail: async ({ error: failure }: any) =>
          void log.push({ ...call, outcome: 'failed', error: failure }),
      };
    },
  });
  return {
    log,
    feature: auditor.factory,
    /** The calls of one operation. */
    of: (operation: string) =>
      log.filter(call => call.operation === `sphera-kubernetes:${operation}`),
  };
}
