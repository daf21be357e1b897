import {
  defineOperation,
  pageFields,
  offRecord,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { filterFields } from './filters';
import { auditPageSchema } from './record';
import { verificationSchema } from './verification';

const plugin = 'sphera-audit';
const place = (input: {
  service?: string;
  environment?: string;
  region?: string;
  cluster?: string;
}) => ({
  service: input.service,
  environment: input.environment,
  region: input.region,
  cluster: input.cluster,
});

/** Who did what, the newest first. */
export const listEvents = defineOperation({
  plugin,
  name: 'list-events',
  title: 'List audit events',
  description:
    'Lists who did what, on what, when and with what outcome, the newest first. One line per action: its outcome, or, while there is none, its start. With a correlation, every record of that action.',
  effect: 'read',
  input: z.object({ ...filterFields, ...pageFields }),
  output: auditPageSchema,
  target: place,
  // The past of a service outlives the service.
  unknownTargets: 'answer',
});

/** What the log can be searched by. */
export const listChoices = defineOperation({
  plugin,
  name: 'list-choices',
  title: 'List what audit events can be searched by',
  description:
    'Lists the people and programs, the operations and the services that occur in the audit log.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    actors: z.array(z.string()),
    operations: z.array(z.string()),
    services: z.array(z.string()),
  }),
});

/** All records that match, for archives and spreadsheets. */
export const exportEvents = defineOperation({
  plugin,
  name: 'export-events',
  title: 'Export audit events',
  description:
    'Exports every record that matches, the oldest first, starts and outcomes alike, with their hashes: as CSV or as JSON Lines. Over HTTP the answer is the file itself, however long; elsewhere its first 1,000 records.',
  effect: 'read',
  audited: true,
  input: z.object({
    ...filterFields,
    format: z.enum(['csv', 'jsonl']).default('csv'),
  }),
  output: z.object({
    contentType: z.string(),
    // The log of what was exported need not hold the export itself.
    text: offRecord(
      z.string().describe('The first 1,000 records in that format'),
    ),
    complete: z.boolean().describe('Whether there were no more'),
  }),
  target: place,
  unknownTargets: 'answer',
});

/** Whether the log is still as it was written. */
export const verify = defineOperation({
  plugin,
  name: 'verify',
  title: 'Verify the audit log',
  description:
    'Walks the chain of hashes through the whole audit log and names the first record that was changed, removed or inserted.',
  effect: 'read',
  input: z.object({}),
  output: verificationSchema,
});

/** Every operation of this capability. */
export const auditOperations = [listEvents, listChoices, exportEvents, verify];
