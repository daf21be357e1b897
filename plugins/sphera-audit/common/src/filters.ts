import {
  clusterField,
  environmentField,
  idField,
  plainText,
  regionField,
  serviceField,
  timestampField,
} from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { OUTCOMES } from './record';

const ACTOR = /^[A-Za-z0-9._:/@+-]+$/;
const PLUGIN = /^[a-z0-9-]+$/;
const OPERATION = /^[a-z0-9-]+:[A-Za-z0-9._-]+$/;

/** Which records of the audit log are meant; all that are given must hold. */
export const filterFields = {
  actor: z
    .string()
    .max(255, 'is too long: a person is named like user:default/dana')
    .regex(ACTOR, 'must name a person, like user:default/dana, or a program')
    .optional()
    .describe('Who did it, like user:default/dana'),
  service: serviceField.optional().describe('The service it was done to'),
  environment: environmentField.optional(),
  region: regionField.optional(),
  cluster: clusterField.optional(),
  operation: z
    .string()
    .max(200, 'is too long: an operation is named like sphera-locks:lock')
    .regex(OPERATION, 'must name an operation, like sphera-locks:lock')
    .optional()
    .describe('What was done, like sphera-locks:lock'),
  plugin: z
    .string()
    .max(100, 'is too long: a plugin is named like sphera-locks')
    .regex(PLUGIN, 'must name a plugin, like sphera-locks')
    .optional(),
  outcome: z.enum(OUTCOMES).optional(),
  from: timestampField
    .optional()
    .describe('The earliest moment, itself included'),
  to: timestampField.optional().describe('The latest moment, itself excluded'),
  text: plainText({ what: 'a text to look for', longest: 100 })
    .optional()
    .describe(
      'Words in the reason, the error or the name of what it was done to',
    ),
  correlation: idField
    .optional()
    .describe('Every record of one action, its start included'),
};

const filterSchema = z.object(filterFields);

/** Which records of the audit log are meant; all that are given must hold. */
export type AuditFilter = z.output<typeof filterSchema>;
