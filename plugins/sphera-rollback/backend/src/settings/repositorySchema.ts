import { linkWith, remoteSchema } from '@sphera/plugin-git-node';
import { z } from 'zod/v3';

const WAYS = ['push', 'pull-request', 'either'] as const;

/** A GitOps repository, as it is written in the settings. */
export const repositorySchema = remoteSchema
  .extend({
    way: z
      .enum(WAYS, {
        errorMap: () => ({ message: `must be one of ${WAYS.join(', ')}` }),
      })
      .optional(),
    pullRequestUrl: linkWith('number').optional(),
  })
  .strict();

/** A GitOps repository, as it is written in the settings. */
export type WrittenRepository = z.output<typeof repositorySchema>;
