import { TextField } from '@backstage/ui';
import { fieldProblem } from '@sphera/plugin-operations-react';

const LONGEST = 500;

/** Why something is done, where nobody insists. */
export function WhyField(props: {
  value: string;
  onChange(value: string): void;
  error: Error | null;
}) {
  const { error, ...field } = props;
  return (
    <TextField
      {...field}
      {...fieldProblem(error, 'reason')}
      label="Reason"
      secondaryLabel="Optional"
      name="reason"
      size="medium"
      maxLength={LONGEST}
      autoComplete="off"
    />
  );
}
