import { TextField } from '@backstage/ui';
import { fieldProblem } from '@sphera/plugin-operations-react';
import type { StandardAnswer } from '@sphera/plugin-secrets-common';

/** The name of a new secret, checked against the standard while it is written. */
export function NameField(props: {
  value: string;
  onChange(value: string): void;
  names: StandardAnswer['names'];
  /** What is wrong with what is written so far, as a sentence. */
  problem?: string;
  error: Error | null;
}) {
  const { value, onChange, names, problem, error } = props;
  const refused = fieldProblem(error, 'name');
  return (
    <TextField
      label="Name"
      name="secret-name"
      size="medium"
      isRequired
      autoComplete="off"
      spellCheck="false"
      // The dialog has just been opened, and this is what it was opened for.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      placeholder={names.example}
      description={`${capital(names.sentence)}, like ${names.example}`}
      value={value}
      onChange={onChange}
      {...refused}
      validate={() => problem ?? refused.validate()}
    />
  );
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
