import type { ContainerStatus, Pod } from '../objects';
import { hashOf } from '../random';
import { serviceLine } from './serviceLine';

/** One line of a log, with when it was written, in milliseconds since 1970. */
export interface LogLine {
  at: number;
  text: string;
}

/** One run of a container, from its start to its end; `end` is missing while it runs. */
export interface Run {
  pod: string;
  container: string;
  image: string;
  begin: number;
  end?: number;
  exitCode?: number;
}

/** As much of a log as a node keeps, in lines. */
const KEPT = 10_000;

/** The present run of a container, or the one before; `undefined` where there was none. */
export function runOf(
  pod: Pod,
  { name, image, state, lastState }: ContainerStatus,
  previous: boolean,
): Run | undefined {
  const common = { pod: pod.metadata.uid, container: name, image };
  if (state.running && !previous) {
    return { ...common, begin: Date.parse(state.running.startedAt) };
  }
  const { terminated } = lastState;
  if (!terminated) return undefined;
  // A container that waits to be started again shows its last run, as the real one does.
  return {
    ...common,
    begin: Date.parse(terminated.startedAt),
    end: Date.parse(terminated.finishedAt),
    exitCode: terminated.exitCode,
  };
}

/**
 * The lines of a run that were written after one moment and up to another. A log
 * is not stored: each line follows from the run and its number, so that
 * thousands of pods write logs without anything growing.
 */
export function* linesOf(
  run: Run,
  { after, until }: { after: number; until: number },
): Generator<LogLine> {
  const pace = paceOf(run);
  const last = Math.min(until, run.end ?? until);
  const oldest = Math.floor((last - run.begin) / pace) - KEPT;
  const first = Math.max(0, oldest, Math.floor((after - run.begin) / pace) - 1);
  for (let number = first; ; number++) {
    const line = lineOf(run, number, pace);
    if (line.at > last) break;
    if (line.at > after) yield line;
  }
  const isOver = run.end !== undefined && run.end <= until && run.end > after;
  if (isOver) yield* lastWords(run);
}

/** How long until a run writes its next line, in milliseconds. */
export function nextLineAfter(run: Run, now: number): number {
  const pace = paceOf(run);
  let number = Math.max(0, Math.floor((now - run.begin) / pace) - 1);
  while (lineOf(run, number, pace).at <= now) number++;
  return lineOf(run, number, pace).at - now;
}

/** In milliseconds from line to line, on average. */
function paceOf({ pod, container }: Run): number {
  return 700 + (hashOf(`${pod}${container}`) % 1_800);
}

function lineOf(run: Run, number: number, pace: number): LogLine {
  const chance = hashOf(`${run.pod}/${run.container}/${run.begin}/${number}`);
  // Less than a pace off, so that the lines stay in order.
  const at =
    run.begin + Math.floor(number * pace + (chance % 1000) * 0.0009 * pace);
  return { at, text: serviceLine(run.image, number, chance) };
}

function* lastWords({ end = 0, exitCode, image }: Run): Generator<LogLine> {
  if (exitCode !== 1) return;
  const words = [
    {
      level: 'fatal',
      msg: 'cannot start: database schema 41 is newer than this build supports (40)',
    },
    { level: 'fatal', msg: `exiting with status 1, image ${image}` },
  ];
  for (const word of words) yield { at: end, text: JSON.stringify(word) };
}
