import { z } from 'zod/v3';

/** How a version is written down: `helm` values, `kustomize` images, a plain `manifest`, an Argo CD `application`. */
export const LAYOUT_KINDS = [
  'helm',
  'kustomize',
  'manifest',
  'application',
] as const;
export type LayoutKind = (typeof LAYOUT_KINDS)[number];

/** Where the GitOps repository says which version of a service is to run. */
export const gitOpsFileSchema = z.object({
  repository: z.string().describe('Its name in the configuration'),
  path: z.string().describe('From the root of the repository'),
  kind: z.enum(LAYOUT_KINDS),
  regions: z.array(z.string()).describe('Which regions it stands for'),
  clusters: z.array(z.string()).describe('Which clusters follow it'),
  url: z.string().optional().describe('Where people look at it'),
});

/** Where the GitOps repository says which version of a service is to run. */
export type GitOpsFile = z.output<typeof gitOpsFileSchema>;

/** A file, and what it says now. */
export const readFileSchema = gitOpsFileSchema.extend({
  version: z.string().optional().describe('What is to run'),
  problem: z
    .string()
    .optional()
    .describe('Why it cannot be read, in words, and what would be right'),
});

/** Where a service can be rolled back. */
export const layoutSchema = z.object({
  service: z.string(),
  environments: z.array(
    z.object({
      environment: z.string(),
      files: z.array(readFileSchema),
      problem: z
        .string()
        .optional()
        .describe('Why nothing can be rolled back here, in words'),
      active: z
        .object({ id: z.string(), version: z.string() })
        .optional()
        .describe('The rollback that is under way here'),
    }),
  ),
});

/** Where a service can be rolled back. */
export type Layout = z.output<typeof layoutSchema>;
