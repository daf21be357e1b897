import type { OperationsService } from '@sphera/plugin-operations-node';
import type { AuditSink } from './sink/AuditSink';

const EVERY_MS = 1000;

/** Tells open pages that there are new records, at most once a second. */
export function announceStored(
  sink: AuditSink,
  operations: Pick<OperationsService, 'announce'>,
): void {
  let due: NodeJS.Timeout | undefined;
  sink.onStored(() => {
    due ??= setTimeout(() => {
      due = undefined;
      // The feed notes its own failures; pages also reload by themselves.
      void operations.announce({}).catch(() => undefined);
    }, EVERY_MS).unref();
  });
}
