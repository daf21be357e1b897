import { TextField } from '@backstage/ui';
import { fieldProblem } from './fieldProblem';

const LONGEST = 500;

/** Why something is done; first in the focus, since it is what one has to write. */
export function ReasonField(props: {
  value: string;
  onChange(value: string): void;
  placeholder?: string;
  /** What came of the last try. */
  error: Error | null;
  startsFocused?: boolean;
}) {
  const { error, startsFocused = true, ...field } = props;
  return (
    <TextField
      {...field}
      {...fieldProblem(error, 'reason')}
      label="Reason"
      name="reason"
      size="medium"
      isRequired
      maxLength={LONGEST}
      autoComplete="off"
      // The dialog has just been opened, and this is what it was opened for.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={startsFocused}
    />
  );
}
