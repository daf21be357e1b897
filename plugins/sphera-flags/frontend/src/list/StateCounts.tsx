import { ToggleButton } from '@backstage/ui';
import { RiDeleteBin6Line } from '@remixicon/react';
import type { FlagsPage } from '@sphera/plugin-flags-common';
import { StateSign } from '../parts/CellMark';
import { NOTABLE_STATES, STATE_WORDS } from '../parts/stateWords';
import styles from './StateCounts.module.css';
import type { AskedQuestion } from './useQuestion';

/** How many flags are not as they should be, each count a filter; nothing where all is well. */
export function StateCounts(props: {
  asked: AskedQuestion;
  /** Over all flags, whichever of these filters is on. */
  counts: FlagsPage['counts'];
}) {
  const { counts } = props;
  const { question, change } = props.asked;
  const states = NOTABLE_STATES.filter(
    state => counts[state] > 0 || question.state === state,
  );
  const hasReady = counts.readyToRemove > 0 || question.ready;
  if (states.length === 0 && !hasReady) return null;
  return (
    <div className={styles.counts} role="group" aria-label="How flags stand">
      {states.map(state => (
        <ToggleButton
          key={state}
          size="small"
          iconStart={<StateSign state={state} />}
          isSelected={question.state === state}
          onChange={on => change({ state: on ? state : undefined })}
        >
          {`${counts[state].toLocaleString('en')} ${STATE_WORDS[state]}`}
        </ToggleButton>
      ))}
      {hasReady && (
        <ToggleButton
          size="small"
          iconStart={<RiDeleteBin6Line size={14} aria-hidden />}
          isSelected={question.ready ?? false}
          onChange={on => change({ ready: on || undefined })}
        >
          {`${counts.readyToRemove.toLocaleString('en')} ready to remove`}
        </ToggleButton>
      )}
    </div>
  );
}
