import { entityRefs, texts } from '@sphera/plugin-fleet-node';
import { LINK_ICONS } from '@sphera/plugin-services-common';
import { z } from 'zod/v3';
import { addressProblems } from '../template/addressProblems';
import { PLACES } from './LinkSettings';

const WORDS = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const word = z
  .string()
  .max(63, 'is too long: it has at most 63 characters')
  .regex(WORDS, 'must be lower-case words joined by hyphens, like app-logs');
const shown = z
  .string()
  .min(1, 'must not be empty')
  .max(60, 'is too long: it has at most 60 characters')
  .regex(/^[^\p{Cc}]+$/u, 'must be one line');
const oneOf = <T extends string>(names: readonly [T, ...T[]]) =>
  z.enum(names, {
    errorMap: () => ({ message: `must be one of ${names.join(', ')}` }),
  });

const url = z.string().superRefine((template, context) => {
  for (const message of addressProblems(template)) {
    context.addIssue({ code: z.ZodIssueCode.custom, message });
  }
});

const filter = z
  .object({
    service: entityRefs('component').optional(),
    team: entityRefs('group').optional(),
    system: entityRefs('system').optional(),
    type: texts.optional(),
    lifecycle: texts.optional(),
    tag: texts.optional(),
    annotation: texts.optional(),
  })
  .strict();

const link = z
  .object({
    id: word.refine(
      id => !/^catalog-\d+$/.test(id),
      'must be another one: so are called the links of the catalog itself',
    ),
    title: shown,
    url,
    per: oneOf(PLACES).optional(),
    environments: z
      .array(z.string())
      .min(1, 'must name at least one, or be left out')
      .optional(),
    filter: filter.default({}),
    required: z
      .boolean({ invalid_type_error: 'must be true or false' })
      .default(false),
    tool: word.optional(),
    icon: oneOf(LINK_ICONS).optional(),
    group: shown.optional(),
  })
  .strict();

/** What `sphera.links` may hold; config.d.ts says what each key means. */
export const linksSchema = z.preprocess(
  // Where nothing is configured, an empty object stands for it.
  given => (isEmptyObject(given) ? [] : given),
  z.array(link, { invalid_type_error: 'must be a list of links' }),
);

/** The links as the configuration has them. */
export type WrittenLinks = z.output<typeof linksSchema>;

function isEmptyObject(given: unknown): boolean {
  return JSON.stringify(given) === '{}';
}
