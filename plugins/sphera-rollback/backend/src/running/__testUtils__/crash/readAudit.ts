import { existsSync, readFileSync } from 'node:fs';

/** A line of the audit log of replicas. */
export interface AuditLine {
  /** `sphera-rollback:promote` */
  operation: string;
  /** Of the rollback, where the operation names one. */
  id?: string;
  outcome: 'initiated' | 'succeeded' | 'failed';
}

/** What the audit log of replicas has, the oldest first. */
export function readAudit(auditFile: string): AuditLine[] {
  const text = existsSync(auditFile) ? readFileSync(auditFile, 'utf8') : '';
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
}
