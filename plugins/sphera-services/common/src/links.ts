import {
  defineOperation,
  environmentField,
  serviceField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';

/** What a link may be drawn as: a tool that is known, or a kind of page. */
export const LINK_ICONS = [
  'argocd',
  'codefresh',
  'coralogix',
  'datadog',
  'github',
  'gitlab',
  'pagerduty',
  'slack',
  'alert',
  'build',
  'chat',
  'code',
  'cost',
  'dashboard',
  'database',
  'deployment',
  'docs',
  'link',
  'logs',
  'metrics',
  'runbook',
  'security',
  'traces',
  'web',
] as const;

/** What a link is drawn as. */
export type LinkIcon = (typeof LINK_ICONS)[number];

/** One way out of the portal, in the context of a service. */
export const serviceLinkSchema = z.object({
  id: z
    .string()
    .describe(
      'As sphera.links calls it; what the catalog itself links to is catalog-0, catalog-1, …',
    ),
  title: z.string(),
  icon: z.enum(LINK_ICONS),
  tool: z.string().optional().describe('Which tool it leads to: datadog, …'),
  group: z.string().optional().describe('What it stands with on a page'),
  url: z
    .string()
    .optional()
    .describe('Absent where the service lacks what it takes; then see lacks'),
  lacks: z
    .string()
    .optional()
    .describe('Why there is no address: Payments has no annotation …'),
  environment: z.string().optional(),
  region: z.string().optional(),
  cluster: z.string().optional(),
});

/** One way out of the portal, in the context of a service. */
export type ServiceLink = z.output<typeof serviceLinkSchema>;

/** The links of one service. */
export const listLinks = defineOperation({
  plugin: 'sphera-services',
  name: 'list-links',
  title: 'List links',
  description:
    'Lists where a service is found in other tools (source code, pipelines, dashboards, logs, chat, on-call): first what is not about one environment, then by environment, from the first to the last.',
  effect: 'read',
  input: z.object({
    service: serviceField,
    environment: environmentField
      .optional()
      .describe('Only links into this one, beside those about no environment'),
  }),
  output: z.object({ items: z.array(serviceLinkSchema) }),
  target: ({ service, environment }) => ({ service, environment }),
});

/** One entry of the search: the links of a service, by their names. */
export interface LinksInSearch {
  title: string;
  text: string;
  /** The page of the service, with a fragment. */
  location: string;
  /** Entity ref. */
  service: string;
  authorization: { resourceRef: string };
}
