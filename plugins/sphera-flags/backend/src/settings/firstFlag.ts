import { createFlag } from '@sphera/plugin-flags-common';
import { z } from 'zod/v3';

const REASON = 'It is one of the first flags in the configuration';

/** An input of create-flag, as it is written; its reason may be left out. */
export const firstFlag = z
  .record(z.unknown(), {
    invalid_type_error: 'must be a flag, as create-flag takes it',
  })
  .transform(written => ({ reason: REASON, ...written }))
  .superRefine((written, context) => {
    const parsed = createFlag.input.safeParse(written);
    for (const issue of parsed.error?.issues ?? []) context.addIssue(issue);
  });
