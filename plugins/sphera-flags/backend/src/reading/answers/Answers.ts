import type { FlagChange, Rollout } from '@sphera/plugin-flags-common';
import type { KeptChange, KeptRollout, KeptStep } from '../../storage/Kept';
import { seeingOf } from '../cells/Seeing';
import type { ReadingParts } from '../ReadingParts';
import { toChange } from './toChange';
import { toRollout } from './toRollout';

/** How what is kept becomes answers: the same for who looks and for who acts. */
export interface Answers {
  /** Changes with the steps of all of them, in the order of the changes. */
  changes(kept: KeptChange[], steps: KeptStep[]): Promise<FlagChange[]>;
  /** The same for whoever made them just now: without definitions. */
  accepted(kept: KeptChange[], steps: KeptStep[]): Promise<FlagChange[]>;
  rollouts(kept: KeptRollout[]): Promise<Rollout[]>;
  rollout(kept: KeptRollout): Promise<Rollout>;
}

/** Answers with people's titles, and for roll-outs with how the cells stand now. */
export function openAnswers(
  parts: Pick<
    ReadingParts,
    'memory' | 'settings' | 'fleet' | 'bus' | 'clock' | 'titles'
  >,
): Answers {
  const { titles, memory } = parts;

  const placeOf = new Map(memory.clusters.map((name, nth) => [name, nth]));
  const inOrder = (one: KeptStep, other: KeptStep) =>
    (placeOf.get(one.cluster) ?? Infinity) -
    (placeOf.get(other.cluster) ?? Infinity);

  async function changes(kept: KeptChange[], steps: KeptStep[]) {
    const people = await titles.persons(kept.map(({ by }) => by));
    const stepsOf = new Map<string, KeptStep[]>();
    for (const { id } of kept) stepsOf.set(id, []);
    for (const step of steps) stepsOf.get(step.change)?.push(step);
    return kept.map(one =>
      toChange(one, stepsOf.get(one.id)!.sort(inOrder), people.get(one.by)!),
    );
  }

  async function accepted(kept: KeptChange[], steps: KeptStep[]) {
    const all = await changes(kept, steps);
    return all.map(change => ({
      ...change,
      clusters: change.clusters.map(({ definition: _, ...step }) => step),
    }));
  }

  async function rollouts(kept: KeptRollout[]) {
    const people = await titles.persons(kept.map(one => one.startedBy));
    const seeing = seeingOf(parts);
    return kept.map(one => {
      const cells = memory.get(one.flag)?.cells ?? [];
      const cellOf = (cluster: string) => cells[placeOf.get(cluster) ?? -1];
      return toRollout(one, cellOf, seeing, people.get(one.startedBy)!);
    });
  }

  return {
    changes,
    accepted,
    rollouts,
    rollout: async kept => (await rollouts([kept]))[0],
  };
}
