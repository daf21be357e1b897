import { TextField } from '@backstage/ui';
import { fieldProblem } from '@sphera/plugin-operations-react';

const LONGEST = 500;

/** What a secret is for, to people. */
export function DescriptionField(props: {
  value: string;
  onChange(value: string): void;
  error: Error | null;
}) {
  const { error, ...field } = props;
  return (
    <TextField
      {...field}
      {...fieldProblem(error, 'description')}
      label="Description"
      name="secret-description"
      size="medium"
      description="What it is for. Everybody can read it: no value here."
      maxLength={LONGEST}
      autoComplete="off"
    />
  );
}
