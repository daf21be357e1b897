import { Text } from '@backstage/ui';
import {
  requestApproval,
  type Step,
  type StepAction,
} from '@sphera/plugin-lifecycle-common';
import { OperationButton } from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { CommentDialog } from '../approval/CommentDialog';

/** Asks the approvers of a step for their yes. */
export function RequestApprovalButton(props: {
  /** Entity ref. */
  service: string;
  step: Step;
  action: StepAction;
}) {
  const { service, step, action } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <OperationButton
        operation={requestApproval}
        target={{ service }}
        size="small"
        aria-label={`${action.title}: ${step.title}`}
        onPress={() => setOpen(true)}
      >
        {action.title}…
      </OperationButton>
      {isOpen && (
        <CommentDialog
          operation={requestApproval}
          service={service}
          step={step}
          title={action.title}
          submitLabel="Ask"
          label="Comment"
          placeholder="What they should look at, and where it is"
          onClose={() => setOpen(false)}
        >
          <Text as="p" color="secondary">
            Its approvers get a notification, and you get one when they answer.
          </Text>
        </CommentDialog>
      )}
    </div>
  );
}
