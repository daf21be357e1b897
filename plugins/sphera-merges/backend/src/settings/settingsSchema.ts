import { durationSetting } from '@sphera/plugin-fleet-node';
import { address, text } from '@sphera/plugin-git-node';
import { STRATEGIES } from '@sphera/plugin-merges-common';
import { z } from 'zod/v3';

const login = z
  .string()
  .regex(
    /^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
    'must be named as in its address on GitHub, like kestrel-parcels',
  );

const person = z
  .string()
  .regex(
    /^(user:([a-z0-9._-]+\/)?)?[A-Za-z0-9][A-Za-z0-9._-]*(\[bot\])?$/i,
    'must be a login on GitHub, or a person of the catalog like user:default/noor',
  );

const repositories = z
  .array(
    z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/,
        'must be a repository, like kestrel-parcels/site',
      ),
  )
  .default([]);

const exemption = z
  .object({
    label: text.max(50, 'is too long: at most 50 characters'),
    people: z
      .array(person)
      .min(
        1,
        'must name somebody whose label counts, or exemption be left out',
      ),
  })
  .strict();

/** What `sphera.merges` may say. */
export const settingsSchema = z
  .object({
    host: z
      .string()
      .regex(
        /^[A-Za-z0-9.-]+(:\d+)?$/,
        'must be a host of integrations.github, like github.com',
      )
      .default('github.com'),
    strategy: z
      .enum(STRATEGIES, {
        errorMap: () => ({ message: `must be ${STRATEGIES.join(' or ')}` }),
      })
      .default('check'),
    organizations: z.array(login).default([]),
    repositories,
    except: repositories,
    context: text
      .max(100, 'is too long: at most 100 characters')
      .default('sphera/merge-freeze'),
    require: z.boolean().default(true),
    exemption: exemption.optional(),
    reconcileEvery: durationSetting.default('PT5M'),
    webhook: z
      .union([z.literal(false), z.object({ url: address.optional() }).strict()])
      .default({}),
  })
  .strict();

/** `sphera.merges`, as it is written. */
export type WrittenSettings = z.output<typeof settingsSchema>;
