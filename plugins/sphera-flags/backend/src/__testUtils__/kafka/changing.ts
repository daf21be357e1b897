import { answered } from '../asking';
import type { Caller } from '../callers';

/** So many are asked for at once, each for flags of its own. */
const LANES = 8;

/** Creates flags that answer with numbers. */
export async function createNumbers(
  caller: Caller,
  flags: string[],
): Promise<void> {
  for (const flag of flags) {
    await answered(caller, 'create-flag', {
      flag,
      service: 'quotes',
      type: 'number',
      variants: { value: -1 },
      defaultVariant: 'value',
      reason: 'a test',
    });
  }
}

/**
 * Makes so many changes, each of one flag in all clusters, through all callers in turn; those of one flag one after the
 * other.
 * @param before - called before each change, with its number
 */
export async function change(
  callers: Caller[],
  flags: string[],
  count: number,
  before: (n: number) => Promise<void> | void = () => {},
): Promise<void> {
  let next = 0;
  const lane = async (own: string[]) => {
    for (let turn = 0; next < count; turn++) {
      const n = next++;
      await before(n);
      await answered(callers[n % callers.length], 'set-flag', {
        flag: own[turn % own.length],
        variants: { value: n },
        reason: `change ${n}`,
      });
    }
  };
  const lanes = Array.from({ length: LANES }, (_, index) =>
    flags.filter((__, at) => at % LANES === index),
  );
  await Promise.all(lanes.filter(own => own.length > 0).map(lane));
}
