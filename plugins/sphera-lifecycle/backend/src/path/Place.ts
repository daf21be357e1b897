import type { StageSetting } from '../settings/LifecyclePath';
import type { Lie } from './stateOf';
import type { SightOnTheWay } from './Sight';

/** Where a service is among the stages. */
export interface Place {
  /** All stages, the end last. */
  all: readonly StageSetting[];
  /** Of the stage where it is, from 0. */
  index: number;
  /** Whether it retires. */
  isEnding: boolean;
  /** Whether it has gone on from a stage of the way. */
  hasPassed(at: number): boolean;
  lieOf(at: number): Lie;
}

/** Where a service is, by what is kept of its way. */
export function placeOf({ path, kept }: SightOnTheWay): Place {
  const { way, end } = path;
  const isEnding = end !== undefined && kept.endedAt !== undefined;
  const known = way.findIndex(({ name }) => name === kept.stage);
  // One that the path no longer has, until that is noticed.
  const onTheWay = Math.max(known, 0);
  const index = isEnding ? way.length : onTheWay;
  const hasPassed = (at: number) =>
    at < onTheWay || (at === onTheWay && kept.walkedAt !== undefined);
  return {
    all: end ? [...way, end] : way,
    index,
    isEnding,
    hasPassed,
    lieOf(at) {
      if (isEnding) return at === index ? 'present' : 'left';
      if (at === way.length) return 'end-ahead';
      if (hasPassed(at)) return 'passed';
      return at === index ? 'present' : 'ahead';
    },
  };
}
