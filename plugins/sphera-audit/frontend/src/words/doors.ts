import type { AuditRecord } from '@sphera/plugin-audit-common';

const WORDS: Record<NonNullable<AuditRecord['door']>, string> = {
  http: 'Page or API',
  mcp: 'AI agent',
  action: 'Command line',
  scaffolder: 'Template',
  schedule: 'Schedule',
};

/** From where somebody did something, in words. */
export function doorInWords(door: AuditRecord['door']): string {
  return door ? WORDS[door] : 'Within the portal';
}
