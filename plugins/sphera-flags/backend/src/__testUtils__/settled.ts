import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { allPages } from '@sphera/plugin-operations-node';
import { answered } from './asking';
import type { Caller } from './callers';
import type { RealAgent } from './RealAgent';

/** All pages of a list. */
export const allOf = (
  caller: Caller,
  operation: string,
  input: object = {},
): Promise<any[]> =>
  allPages(cursor =>
    answered(caller, operation, { ...input, limit: 200, cursor }),
  );

/** Fails unless each cluster holds exactly the wanted revision of every flag, and the portal says so. */
export async function expectInStep(
  caller: Caller,
  agents: Array<Pick<RealAgent, 'cluster' | 'flags'>>,
): Promise<void> {
  const rows = await allOf(caller, 'list-flags');
  const files = new Map<string, Awaited<ReturnType<RealAgent['flags']>>>();
  for (const agent of agents) files.set(agent.cluster, await agent.flags());
  const wanted: object[] = [];
  const found: object[] = [];
  for (const { flag } of rows) {
    const { cells } = await answered(caller, 'get-flag', { flag });
    for (const cell of cells) {
      const place = { flag, cluster: cell.cluster, state: 'in-step' };
      const { revision, definition } = cell.wanted;
      wanted.push({ ...place, revision, reported: revision, definition });
      const inFile = files.get(cell.cluster)?.[flag];
      const { metadata, ...held } = inFile ?? {};
      found.push({
        ...place,
        state: cell.state,
        revision: metadata?.['sphera-revision'],
        reported: cell.reported?.revision,
        definition: inFile ? held : null,
      });
    }
  }
  expect(found).toEqual(wanted);
}

/** What became of each wish of the history: `flag cluster revision`, and how it was answered. */
export async function historyOf(
  caller: Caller,
  flag?: string,
): Promise<Array<{ wish: string; isAnswered: boolean; at?: string }>> {
  const changes = await allOf(caller, 'list-changes', flag ? { flag } : {});
  return changes.flatMap(change =>
    change.clusters.map((step: any) => ({
      wish: `${change.flag} ${step.cluster} ${step.revision}`,
      isAnswered: step.answeredAt !== undefined,
      at: step.answeredAt,
    })),
  );
}

/** Fails unless every wish of the history is there once, and acknowledged. */
export async function expectAnsweredOnce(
  caller: Caller,
  flag?: string,
): Promise<void> {
  const history = await historyOf(caller, flag);
  const unanswered = history.filter(({ isAnswered }) => !isAnswered);
  expect(unanswered).toEqual([]);
  const wishes = history.map(({ wish }) => wish);
  expect(new Set(wishes).size).toBe(wishes.length);
}

/** Waits until each cluster holds exactly what is wanted, and each wish was answered once. */
export async function expectSettled(
  caller: Caller,
  agents: Array<Pick<RealAgent, 'cluster' | 'flags'>>,
  patience?: number,
): Promise<void> {
  await eventually(() => expectInStep(caller, agents), patience);
  await eventually(() => expectAnsweredOnce(caller), patience);
}
