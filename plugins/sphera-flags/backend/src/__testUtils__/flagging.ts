import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered } from './asking';
import type { FlagsPortal } from './startFlags';

/** Creates a flag of Dana's that answers with booleans, and is off. */
export const createBoolean = (
  { dana }: Pick<FlagsPortal, 'dana'>,
  flag: string,
  more: object = {},
) =>
  answered(dana, 'create-flag', {
    flag,
    service: 'quotes',
    type: 'boolean',
    variants: { on: true, off: false },
    defaultVariant: 'off',
    reason: 'a test',
    ...more,
  });

/** Changes it: on everywhere, or as it is said. */
export const setFlag = (
  { dana }: Pick<FlagsPortal, 'dana'>,
  flag: string,
  change: object = { defaultVariant: 'on' },
) => answered(dana, 'set-flag', { flag, reason: 'a test', ...change });

/** How a flag stands in each cluster, as it is answered. */
export async function statesOf(
  { dana }: Pick<FlagsPortal, 'dana'>,
  flag: string,
): Promise<Record<string, string>> {
  const { cells } = await answered(dana, 'get-flag', { flag });
  return Object.fromEntries(
    cells.map(({ cluster, state }: any) => [cluster, state]),
  );
}

/** Waits until every cluster has what is wanted of a flag, or has nothing since nothing is wanted. */
export const untilInStep = (
  portal: Pick<FlagsPortal, 'dana'>,
  flag: string,
): Promise<void> =>
  eventually(async () => {
    for (const state of Object.values(await statesOf(portal, flag))) {
      expect(['in-step', 'absent']).toContain(state);
    }
  });

/** Creates one as {@link createBoolean} does, and waits until every cluster has it. */
export async function createInStep(
  portal: Pick<FlagsPortal, 'dana'>,
  flag: string,
  more: object = {},
): Promise<void> {
  await createBoolean(portal, flag, more);
  await untilInStep(portal, flag);
}
