import {
  abortRollout,
  pauseRollout,
  resumeRollout,
  type Rollout,
} from '@sphera/plugin-flags-common';
import { OperationButton } from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { type Deed, RolloutDialog } from './RolloutDialog';
import styles from './rollout.module.css';
import { isOver } from './stateWords';

const OPERATIONS = {
  pause: pauseRollout,
  resume: resumeRollout,
  abort: abortRollout,
};

const LABELS: Record<Deed, string> = {
  pause: 'Pause…',
  resume: 'Resume…',
  abort: 'Abort…',
};

/** What one can do about a roll-out that has not come to its end. */
export function RolloutActions(props: { rollout: Rollout }) {
  const { rollout } = props;
  const [open, setOpen] = useState<Deed>();
  const deeds: Deed[] = [
    rollout.state === 'running' ? 'pause' : 'resume',
    'abort',
  ];
  return (
    <>
      {!isOver(rollout) && (
        <div className={styles.actions}>
          {deeds.map(deed => (
            <OperationButton
              key={deed}
              operation={OPERATIONS[deed]}
              target={{ service: rollout.service }}
              variant="secondary"
              size="medium"
              onPress={() => setOpen(deed)}
            >
              {LABELS[deed]}
            </OperationButton>
          ))}
        </div>
      )}
      {open && (
        <RolloutDialog
          deed={open}
          rollout={rollout}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
