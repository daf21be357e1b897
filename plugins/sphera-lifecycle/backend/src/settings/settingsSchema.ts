import { durationSetting } from '@sphera/plugin-fleet-node';
import { z } from 'zod/v3';

const STUCK_AFTER = 'P14D';
const REMIND_AFTER = 'P2D';
const FACT = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(:[a-z0-9]([a-z0-9-]*[a-z0-9])?)?$/;

const text = z
  .string({ required_error: 'is missing' })
  .min(1, 'must not be empty');
const name = z
  .string({ required_error: 'is missing' })
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'must be lower-case letters, digits and dashes, like design-review',
  );
const factId = z
  .string()
  .regex(FACT, 'must be the id of a fact, like main-build-passed');
const types = z
  .array(text)
  .min(1, 'must name at least one type of service, like microservice');
const member = z
  .string()
  .regex(
    /^(user|group):[a-z0-9._-]+\/[a-z0-9._-]+$/,
    'must be the entity ref of a group or a person, like group:default/platform',
  );

const action = z
  .object({
    title: text,
    template: z
      .string()
      .regex(
        /^template:[a-z0-9._-]+\/[a-z0-9._-]+$/i,
        'must be the entity ref of a template, like template:default/microservice',
      )
      .optional(),
    page: z
      .string()
      .regex(
        /^\/(?!\/)/,
        'must be a path of the portal, like /catalog/{namespace}/component/{name}/secrets',
      )
      .optional(),
    link: z
      .string()
      .regex(
        /^https?:\/\/[^/]/,
        'must be an address, like https://wiki.example.com/reviews',
      )
      .optional(),
    promote: z.object({ from: name, to: name }).strict().optional(),
  })
  .strict();

const step = z
  .object({
    name,
    title: text,
    description: text.optional(),
    facts: z.array(factId).min(1, 'must name at least one fact').optional(),
    approvers: z
      .array(member)
      .min(1, 'must name at least one group or person')
      .optional(),
    optional: z.boolean().default(false),
    optionalFor: types.optional(),
    onlyFor: types.optional(),
    after: z.array(name).default([]),
    action: action.optional(),
  })
  .strict();

const stage = z
  .object({
    name,
    title: text,
    description: text.optional(),
    stuckAfter: durationSetting.optional(),
    enteredWhen: factId.optional(),
    steps: z.array(step).min(1, 'must have at least one step'),
  })
  .strict();

/** What `sphera.lifecycle` may hold; config.d.ts says what each key means. */
export const settingsSchema = z
  .object({
    stuckAfter: durationSetting.default(STUCK_AFTER),
    remindAfter: durationSetting.default(REMIND_AFTER),
    stages: z.array(stage).min(1, 'must have at least one stage').optional(),
  })
  .strict();

/** `sphera.lifecycle` as it is written, with its defaults. */
export type WrittenSettings = z.output<typeof settingsSchema>;
/** One of its stages. */
export type WrittenStage = z.output<typeof stage>;
/** One of their steps. */
export type WrittenStep = z.output<typeof step>;
