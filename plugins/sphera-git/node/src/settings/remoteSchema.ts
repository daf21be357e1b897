import { z } from 'zod/v3';
import { parseCloneUrl } from '../remote/cloneUrl';
import { credentials, linkWith } from './texts';

const cloneUrl = z
  .string({ required_error: 'is missing: what git clones' })
  .refine(
    url => parseCloneUrl(url),
    'must be what git clones, like https://github.com/kestrel/gitops.git, over https, http, ssh or file',
  )
  .refine(
    url => !parseCloneUrl(url)?.hasPassword,
    'must not hold credentials; they belong under credentials',
  );

/** A repository, as settings write it down. */
export const remoteSchema = z
  .object({
    name: z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
        'must be letters, digits, dots, dashes and underscores, like deployments',
      ),
    url: cloneUrl,
    // What git takes as a branch, and no more than people call one.
    branch: z
      .string()
      .regex(
        /^(?!.*(?:\.\.|\/\/|\.lock$|[/.]$))[A-Za-z0-9_][A-Za-z0-9_./+-]*$/,
        'must be the name of a branch, like main',
      )
      .default('main'),
    credentials: credentials.optional(),
    commitUrl: linkWith('hash').optional(),
    fileUrl: linkWith('path').optional(),
  })
  .strict();
