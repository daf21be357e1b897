import { Text } from '@backstage/ui';
import { HiddenTextArea } from './HiddenTextArea';
import { textNote } from './ValueDraft';

/** A value of many lines. */
export function PastedValue(props: {
  value: string;
  onChange(value: string): void;
  /** A sentence; undefined: nothing is wrong. */
  problem?: string;
}) {
  const note = textNote(props.value);
  return (
    <>
      <HiddenTextArea
        {...props}
        label="Value of many lines"
        description="Kept exactly as it is here."
        rows={5}
      />
      {note && <Text color="secondary">{note}</Text>}
    </>
  );
}
