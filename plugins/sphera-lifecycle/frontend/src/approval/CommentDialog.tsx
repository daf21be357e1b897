import { Text, TextAreaField } from '@backstage/ui';
import type {
  approveStep,
  rejectStep,
  requestApproval,
  Step,
} from '@sphera/plugin-lifecycle-common';
import {
  fieldProblem,
  FormDialog,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { type ReactNode, useState } from 'react';

const LONGEST = 1_000;
const ROWS = 4;

/** Asks for the comment that goes with a request or an answer, and does it. */
export function CommentDialog(props: {
  operation: typeof requestApproval | typeof approveStep | typeof rejectStep;
  /** Entity ref. */
  service: string;
  step: Step;
  title: string;
  submitLabel: string;
  /** Of the comment. */
  label: string;
  placeholder: string;
  onClose(): void;
  /** Who is told, say. */
  children?: ReactNode;
}) {
  const { operation, service, step, title, label, placeholder } = props;
  const [comment, setComment] = useState('');
  const acting = useOperationMutation(operation, {
    quiet: true,
    onSuccess: props.onClose,
  });
  return (
    <FormDialog
      title={title}
      submitLabel={props.submitLabel}
      error={acting.error}
      isPending={acting.isPending}
      onSubmit={() => acting.mutate({ service, step: step.name, comment })}
      onClose={props.onClose}
    >
      <Text as="p" weight="bold">
        {step.title}
      </Text>
      {props.children}
      <TextAreaField
        {...fieldProblem(acting.error, 'comment')}
        label={label}
        name="comment"
        size="medium"
        rows={ROWS}
        isRequired
        maxLength={LONGEST}
        placeholder={placeholder}
        value={comment}
        onChange={setComment}
        // The dialog has just been opened, and this is what it was opened for.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
    </FormDialog>
  );
}
