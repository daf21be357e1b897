import {
  RiArrowLeftRightLine,
  RiCheckLine,
  RiDeleteBinLine,
  RiErrorWarningLine,
  RiHistoryLine,
  RiIndeterminateCircleLine,
  RiQuestionLine,
  RiSubtractLine,
} from '@remixicon/react';
import type { CellState } from '@sphera/plugin-secrets-common';
import styles from './StateMark.module.css';
import { isLoud, STATE_WORDS, toneOf } from './stateWords';

const SIGNS: Record<CellState, typeof RiCheckLine> = {
  unseen: RiQuestionLine,
  'pending-deletion': RiDeleteBinLine,
  missing: RiIndeterminateCircleLine,
  stale: RiHistoryLine,
  different: RiArrowLeftRightLine,
  'not-to-standard': RiErrorWarningLine,
  present: RiCheckLine,
  absent: RiSubtractLine,
};

/** How a secret is in a place: a sign, and a word for who wants or needs one. */
export function StateMark(props: {
  state: CellState;
  /**
   * Whether the word is drawn: always, or only where somebody should look and
   * there is room for it. It is always there for who hears the page.
   */
  word: 'always' | 'loud';
}) {
  const { state, word } = props;
  const Sign = SIGNS[state];
  const said = STATE_WORDS[state];
  const ifRoom = isLoud(state) ? styles.inRoom : styles.unseen;
  return (
    <span className={styles.mark} data-tone={toneOf(state)}>
      <Sign size={16} aria-hidden />
      <span className={word === 'always' ? undefined : ifRoom}>{said}</span>
    </span>
  );
}
