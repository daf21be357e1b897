import { Text } from '@backstage/ui';
import {
  approveStep,
  rejectStep,
  type Step,
} from '@sphera/plugin-lifecycle-common';
import { OperationButton } from '@sphera/plugin-operations-react';
import { useId, useState } from 'react';
import { CommentDialog } from './CommentDialog';
import styles from './approval.module.css';
import { useCaller } from './useCaller';
import { whyNot } from './whyNot';

/** The way to say yes or no; to whoever may not, why. */
export function AnswerButtons(props: {
  /** Entity ref. */
  service: string;
  step: Step;
  approval: NonNullable<Step['approval']>;
}) {
  const { service, step, approval } = props;
  const [answer, setAnswer] = useState<'yes' | 'no'>();
  const reason = whyNot(approval, useCaller());
  const id = useId();
  const button = {
    target: { service },
    size: 'small' as const,
    isDisabled: Boolean(reason),
    'aria-describedby': reason && id,
  };
  return (
    <>
      <div className={styles.buttons}>
        <OperationButton
          {...button}
          operation={approveStep}
          aria-label={`Approve: ${step.title}`}
          onPress={() => setAnswer('yes')}
        >
          Approve…
        </OperationButton>
        <OperationButton
          {...button}
          operation={rejectStep}
          variant="secondary"
          aria-label={`Reject: ${step.title}`}
          onPress={() => setAnswer('no')}
        >
          Reject…
        </OperationButton>
      </div>
      {reason && (
        <Text as="p" color="secondary" id={id}>
          {reason}
        </Text>
      )}
      {answer === 'yes' && (
        <CommentDialog
          operation={approveStep}
          service={service}
          step={step}
          title="Approve"
          submitLabel="Approve"
          label="Comment"
          placeholder="What you looked at"
          onClose={() => setAnswer(undefined)}
        />
      )}
      {answer === 'no' && (
        <CommentDialog
          operation={rejectStep}
          service={service}
          step={step}
          title="Reject"
          submitLabel="Reject"
          label="What is missing"
          placeholder="What has to be different before you say yes"
          onClose={() => setAnswer(undefined)}
        />
      )}
    </>
  );
}
