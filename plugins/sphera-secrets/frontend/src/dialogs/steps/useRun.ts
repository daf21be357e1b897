import { useCallback, useEffect, useRef, useState } from 'react';
import { partlyDoneOf } from './partlyDone';
import { isDone, Step, StepState } from './Step';

/** The calls of a dialog, and what became of them. */
export interface Run {
  steps: StepState[];
  isRunning: boolean;
  /** Why the only step did nothing at all: the form says it, and one can try again. */
  error: Error | null;
  /** Whether there is more to say about it than a form can. */
  hasStory: boolean;
  /** Answers whether all was done. */
  start(steps: Step[]): Promise<boolean>;
  /** Lets the present step come to its end, and begins no other. */
  stop(): void;
  /** Back to the form. */
  clear(): void;
}

/**
 * Makes the calls of a dialog one after the other; one that fails does not hold
 * the next ones back. When the dialog goes, no other is begun.
 */
export function useRun(): Run {
  const [steps, setSteps] = useState<StepState[]>([]);
  const isStopped = useRef(false);
  useEffect(() => {
    isStopped.current = false;
    return () => {
      isStopped.current = true;
    };
  }, []);
  const start = async (wanted: Step[]) => {
    isStopped.current = false;
    const states = wanted.map<StepState>(({ title }) => ({
      title,
      state: 'waiting',
    }));
    const tell = (at: number, state: StepState) => {
      states[at] = state;
      setSteps([...states]);
    };
    for (const [at, step] of wanted.entries()) {
      const { title } = step;
      if (isStopped.current) {
        tell(at, { title, state: 'stopped' });
      } else {
        tell(at, { title, state: 'running' });
        tell(at, await outcomeOf(step));
      }
    }
    return states.every(isDone);
  };
  const stop = useCallback(() => {
    isStopped.current = true;
  }, []);
  const clear = useCallback(() => setSteps([]), []);
  const [only] = steps;
  return {
    steps,
    isRunning: steps.some(({ state }) => state === 'running'),
    error: steps.length === 1 && only.state === 'failed' ? only.error : null,
    hasStory: steps.length > 1 || only?.state === 'partly',
    start,
    stop,
    clear,
  };
}

async function outcomeOf({ title, run }: Step): Promise<StepState> {
  try {
    await run();
    return { title, state: 'done' };
  } catch (error) {
    const changes = partlyDoneOf(error);
    return changes.length > 0
      ? { title, state: 'partly', changes }
      : { title, state: 'failed', error: error as Error };
  }
}
