import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { answered } from '../../__testUtils__/asking';
import type { FlagsPortal } from '../../__testUtils__/startFlags';

type Portal = Pick<FlagsPortal, 'dana'>;

/** What is wanted of a flag in each cluster, in few words. */
export async function wantedOf(
  { dana }: Portal,
  flag: string,
): Promise<Record<string, string>> {
  const { cells } = await answered(dana, 'get-flag', { flag });
  return Object.fromEntries(
    cells
      .filter(({ wanted }: any) => wanted)
      .map(({ cluster, wanted }: any) => [cluster, wanted.value.text]),
  );
}

/** What is wanted of a flag in one cluster, in full. */
export async function wantedIn(
  { dana }: Portal,
  flag: string,
  cluster: string,
): Promise<any> {
  const { cells } = await answered(dana, 'get-flag', { flag });
  return cells.find((cell: any) => cell.cluster === cluster).wanted;
}

/** Waits until the clusters that are named, or all, have what is wanted. */
export async function settled(
  { dana }: Portal,
  flag: string,
  clusters?: string[],
): Promise<void> {
  await eventually(async () => {
    const { cells } = await answered(dana, 'get-flag', { flag });
    const unsettled = cells
      .filter(({ cluster }: any) => clusters?.includes(cluster) ?? true)
      .filter(({ state }: any) => !['in-step', 'absent'].includes(state))
      .map(({ cluster, state }: any) => ({ cluster, state }));
    expect(unsettled).toEqual([]);
  });
}

/** How a roll-out stands, once it stands so. */
export async function rolloutIs(
  { dana }: Portal,
  id: string,
  expected: object,
): Promise<any> {
  return eventually(async () => {
    const rollout = await answered(dana, 'get-rollout', { id });
    expect(rollout).toMatchObject(expected);
    return rollout;
  });
}
