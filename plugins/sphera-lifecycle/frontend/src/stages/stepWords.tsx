import {
  RiCheckLine,
  RiCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiPlayCircleLine,
  RiQuestionAnswerLine,
  RiSkipForwardLine,
  RiTimerLine,
} from '@remixicon/react';
import type { Fact, Step } from '@sphera/plugin-lifecycle-common';
import type { MarkTone } from '@sphera/plugin-operations-react';

interface StateWord {
  word: string;
  tone: MarkTone;
  Sign: typeof RiCheckLine;
}

/** How the state of a step is said and drawn. */
export const STEP_WORDS: Record<Step['state'], StateWord> = {
  done: { word: 'done', tone: 'fine', Sign: RiCheckLine },
  open: { word: 'to do', tone: 'plain', Sign: RiPlayCircleLine },
  asked: {
    word: 'approval asked for',
    tone: 'plain',
    Sign: RiQuestionAnswerLine,
  },
  rejected: { word: 'rejected', tone: 'unclear', Sign: RiCloseCircleLine },
  waiting: { word: 'waits', tone: 'plain', Sign: RiTimerLine },
  skipped: { word: 'not needed', tone: 'plain', Sign: RiSkipForwardLine },
  broken: { word: 'broken', tone: 'wrong', Sign: RiErrorWarningLine },
};

/** How the state of a fact is said and drawn. */
export const FACT_WORDS: Record<
  Fact['state'],
  { word: string; Sign: typeof RiCheckLine }
> = {
  holds: { word: 'Holds', Sign: RiCheckLine },
  fails: { word: 'Does not hold', Sign: RiCloseCircleLine },
  unknown: { word: 'Not known', Sign: RiCircleLine },
};
