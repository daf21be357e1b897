import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';

/** How an action ended, or that it has begun. `refused`: it was not let in. */
export const OUTCOMES = [
  'initiated',
  'succeeded',
  'failed',
  'refused',
] as const;

/** How an action ended, or that it has begun. */
export type Outcome = (typeof OUTCOMES)[number];

/** Through which door a call came. */
export const DOORS = [
  'http',
  'mcp',
  'scaffolder',
  'schedule',
  'action',
] as const;

/** Severities as Backstage's auditor knows them, the lowest first. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

/** How grave an action is. */
export type Severity = (typeof SEVERITIES)[number];

const text = (what: string) => z.string().describe(what);

/** One line of the audit log. */
export const auditRecordSchema = z.object({
  seq: z.number().int().describe('Its place in the log, from 1, without gaps'),
  id: z.string(),
  occurredAt: text('When, ISO 8601 in UTC, to the millisecond'),
  actor: text('Who: entity ref of a person, or subject of a program'),
  actorKind: z
    .enum(['user', 'service'])
    .optional()
    .describe('Whether a person or a program did it'),
  door: z
    .enum(DOORS)
    .optional()
    .describe('How it came in; absent: from within the portal'),
  plugin: text('Id of the plugin that carried it out'),
  operation: text('What was done, like sphera-locks:lock'),
  service: text('Entity ref of the service it was done to').optional(),
  environment: z.string().optional(),
  region: z.string().optional(),
  cluster: z.string().optional(),
  outcome: z.enum(OUTCOMES),
  severity: z.enum(SEVERITIES),
  reason: text('Why, in the words of who did it').optional(),
  correlation: text('The same on the record of the start and of the outcome'),
  ip: z.string().optional(),
  details: z
    .record(z.unknown())
    .describe('What was asked for and what came of it, without secret values'),
  error: text('Why it failed or was refused').optional(),
  previousHash: text('Hash of the record before it, hexadecimal'),
  hash: text('Hash over the record before it and this one, hexadecimal'),
  keyId: text(
    'Which key the hash was made with; absent: it is a plain SHA-256',
  ).optional(),
});

/** One line of the audit log. */
export type AuditRecord = z.output<typeof auditRecordSchema>;

/** A page of the audit log. */
export const auditPageSchema = pageOf(auditRecordSchema);
