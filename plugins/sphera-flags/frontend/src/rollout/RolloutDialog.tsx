import { Text } from '@backstage/ui';
import {
  abortRollout,
  pauseRollout,
  resumeRollout,
  type Rollout,
} from '@sphera/plugin-flags-common';
import {
  countOf,
  FormDialog,
  ReasonField,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { isOver } from './stateWords';

/** What somebody does about a roll-out. */
export type Deed = 'pause' | 'resume' | 'abort';

const WORDS: Record<
  Deed,
  {
    title: string;
    label: string;
    placeholder: string;
    meaning(rollout: Rollout): string;
  }
> = {
  pause: {
    title: 'Pause this roll-out',
    label: 'Pause roll-out',
    placeholder: 'Support looks at a complaint',
    meaning: () =>
      'No further ring is sent; clusters that have it keep it. It can be resumed.',
  },
  resume: {
    title: 'Resume this roll-out',
    label: 'Resume roll-out',
    placeholder: 'The disk has room again',
    meaning: () =>
      'It goes on where it was. Where a cluster refused, it is sent again.',
  },
  abort: {
    title: 'Abort this roll-out',
    label: 'Abort roll-out',
    placeholder: 'Fewer people pay than before',
    meaning: rollout => {
      const reached = rollout.rings
        .filter(({ sentAt }) => sentAt)
        .flatMap(({ clusters }) => clusters).length;
      return reached === 0
        ? 'No cluster was reached yet: nothing is to be restored.'
        : `What was wanted before is wanted again in ${countOf(
            reached,
            'cluster that it reached',
            'clusters that it reached',
          )}.`;
    },
  },
};

/** Asks why, and pauses, resumes or aborts a roll-out. */
export function RolloutDialog(props: {
  deed: Deed;
  /** As it stands now. */
  rollout: Rollout;
  onClose(): void;
}) {
  const { deed, rollout, onClose } = props;
  const { title, label, placeholder, meaning } = WORDS[deed];
  const [reason, setReason] = useState('');
  const options = { quiet: true, onSuccess: onClose };
  const acting = {
    pause: useOperationMutation(pauseRollout, options),
    resume: useOperationMutation(resumeRollout, options),
    abort: useOperationMutation(abortRollout, options),
  }[deed];
  const isTooLate = isOver(rollout);
  return (
    <FormDialog
      title={title}
      submitLabel={label}
      destructive={deed === 'abort'}
      error={acting.error}
      isPending={acting.isPending}
      isDisabled={isTooLate}
      onSubmit={() => acting.mutate({ id: rollout.id, reason })}
      onClose={onClose}
    >
      <Text role="status">
        {isTooLate ? 'It is too late: the roll-out is over.' : meaning(rollout)}
      </Text>
      <ReasonField
        value={reason}
        onChange={setReason}
        error={acting.error}
        placeholder={placeholder}
      />
    </FormDialog>
  );
}
