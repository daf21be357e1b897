import { z } from 'zod/v3';
import { moment } from './place';

/** One version of a secret in one place. Never its value. */
export const versionSchema = z.object({
  versionId: z.string(),
  isCurrent: z.boolean(),
  isPrevious: z.boolean().describe('The one that restore-version goes back to'),
  stages: z.array(z.string()).describe('Labels on AWS, like AWSCURRENT'),
  createdAt: moment('When it was set').optional(),
  readAt: moment('The day it was last read').optional(),
  by: z
    .string()
    .optional()
    .describe('Who set it, where the portal did it for them'),
  operation: z.string().optional().describe('By which operation of the portal'),
});

/** One version of a secret in one place. */
export type Version = z.output<typeof versionSchema>;
