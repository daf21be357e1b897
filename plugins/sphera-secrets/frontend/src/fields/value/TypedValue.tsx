import { PasswordField, Text } from '@backstage/ui';
import { textNote } from './ValueDraft';

/** A value of one line, written by hand. */
export function TypedValue(props: {
  value: string;
  onChange(value: string): void;
  /** A sentence; undefined: nothing is wrong. */
  problem?: string;
}) {
  const { value, onChange, problem } = props;
  const note = textNote(value);
  return (
    <>
      <PasswordField
        label="Value"
        size="medium"
        isRequired
        autoComplete="off"
        spellCheck="false"
        value={value}
        onChange={onChange}
        validationBehavior="aria"
        validate={() => problem ?? true}
      />
      {note && <Text color="secondary">{note}</Text>}
    </>
  );
}
