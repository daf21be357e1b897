import type { Stage } from '@sphera/plugin-lifecycle-common';
import { countOf } from '@sphera/plugin-operations-react';

/** How a stage is drawn; `end`: it is where a service goes when it retires. */
export type StationKind = 'done' | 'broken' | 'present' | 'ahead' | 'end';

/** A stage on the drawn path. */
export interface Station {
  kind: StationKind;
  /** Steps that are done, or are not needed. */
  settled: number;
  steps: number;
  /** Its state in words. */
  words: string;
}

const WORDS: Record<StationKind, string> = {
  done: 'done',
  broken: '',
  present: 'now',
  ahead: 'ahead',
  end: 'at the end',
};

const stepCount = (count: number) => countOf(count, 'step', 'steps');

/** What is drawn of a stage. */
export function stationOf(stage: Stage): Station {
  const { steps, state } = stage;
  const of = (...states: string[]) =>
    steps.filter(step => states.includes(step.state)).length;
  const settled = of('done', 'skipped');
  const broken = of('broken');
  // What a service that was there before has never shown.
  const open = state === 'done' ? of('open', 'asked', 'rejected') : 0;
  const kind = kindOf(stage, broken);
  const isUnderWay = state === 'present' && settled < steps.length;
  const words = [
    kind === 'done' && open > 0 ? 'passed' : WORDS[kind],
    ...(broken > 0 ? [`${broken} broken`] : []),
    ...(open > 0 ? [`${open} to do`] : []),
    ...(isUnderWay ? [`${settled} of ${stepCount(steps.length)}`] : []),
  ];
  return {
    kind,
    settled,
    steps: steps.length,
    words: words.filter(Boolean).join(', '),
  };
}

function kindOf({ state, isEnd }: Stage, broken: number): StationKind {
  if (state === 'present') return 'present';
  if (broken > 0) return 'broken';
  if (state === 'done') return 'done';
  return isEnd ? 'end' : 'ahead';
}
