import type { JsonValue } from '@backstage/types';
import { pageOf } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';

/** One service in the hub: what the catalog knows, and what capabilities add. */
export const serviceRowSchema = z.object({
  service: z.string().describe('Entity ref, like component:default/payments'),
  name: z.string(),
  title: z.string().describe('As people read it; the name where it has none'),
  purpose: z.string().optional().describe('Why it exists'),
  owners: z
    .array(z.object({ ref: z.string(), title: z.string() }))
    .describe('Teams or people, the responsible one first'),
  type: z.string().describe('microservice, microfrontend, …'),
  lifecycle: z.string().optional().describe('Its stage: production, …'),
  system: z.string().optional().describe('Entity ref of its system'),
  environments: z
    .array(z.string())
    .describe('Where it is live, from the first to the last environment'),
  facts: z
    .record(z.custom<JsonValue>(value => value !== undefined))
    .describe(
      'What capabilities say of it, by capability; absent where they have nothing to say',
    ),
});

/** One service in the hub: what the catalog knows, and what capabilities add. */
export type ServiceRow = z.output<typeof serviceRowSchema>;

const choice = z.object({
  value: z.string().describe('What to filter by'),
  title: z.string().describe('As people read it'),
  count: z.number().int().describe('How many services would be left'),
});

/** One value that a filter can take. */
export type FacetChoice = z.output<typeof choice>;

/**
 * What each filter can be set to while the others stay as they are; only values
 * that would leave at least one service.
 */
export const facetsSchema = z.object({
  teams: z.array(choice),
  environments: z.array(choice),
  types: z.array(choice),
  lifecycles: z.array(choice),
  facts: z
    .record(z.array(choice))
    .optional()
    .describe('By the id of facts that can be filtered by'),
});

/** What each filter can be set to. */
export type Facets = z.output<typeof facetsSchema>;

const staleFactsSchema = z.object({
  id: z.string().describe('Which facts, like locks'),
  since: z
    .string()
    .optional()
    .describe('When they were last known, ISO 8601; absent: never yet'),
});

/** Facts that could not be renewed: rows carry them as they last were. */
export type StaleFacts = z.output<typeof staleFactsSchema>;

/** A page of services. */
export const servicesPageSchema = pageOf(serviceRowSchema).extend({
  offset: z.number().int().describe('How many services come before this page'),
  previousCursor: z
    .string()
    .optional()
    .describe('Cursor of the page before this one; absent on the first'),
  facets: facetsSchema,
  staleFacts: z
    .array(staleFactsSchema)
    .describe('Facts that could not be renewed; rows have them as they were'),
});

/** A page of services. */
export type ServicesPage = z.output<typeof servicesPageSchema>;
