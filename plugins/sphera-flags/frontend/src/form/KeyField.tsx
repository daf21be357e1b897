import { TextField } from '@backstage/ui';
import { fieldProblem } from '@sphera/plugin-operations-react';

const LONGEST = 128;

/** The key of a new flag, as applications ask for it, checked while it is written. */
export function KeyField(props: {
  value: string;
  onChange(value: string): void;
  /** What is wrong with what is written so far. */
  problem?: string;
  isFree: boolean;
  error: Error | null;
}) {
  const { value, onChange, problem, isFree, error } = props;
  const refused = fieldProblem(error, 'flag');
  return (
    <TextField
      label="Key"
      name="flag"
      size="medium"
      isRequired
      // The page has just been opened, and this is what it was opened for.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      maxLength={LONGEST}
      autoComplete="off"
      spellCheck="false"
      placeholder="new-checkout"
      description={
        isFree
          ? `${value} is free. It stays for good: applications ask for it.`
          : 'Lower-case letters, digits, dots, dashes. Applications ask for it.'
      }
      value={value}
      onChange={onChange}
      validationBehavior="aria"
      validate={() => problem ?? refused.validate()}
    />
  );
}
