import { existsSync, readFileSync } from 'node:fs';

/** How often the audit log of replicas has the end of a rollback. */
export function readSettled(auditFile: string, id: string): number {
  const text = existsSync(auditFile) ? readFileSync(auditFile, 'utf8') : '';
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
    .filter(
      one =>
        one.operation === 'sphera-rollback:settle-rollback' &&
        one.id === id &&
        one.outcome === 'succeeded',
    ).length;
}
