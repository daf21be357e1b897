import { HiddenTextArea } from '../../fields/value/HiddenTextArea';
import { EntryList } from './EntryList';
import { ManyEntries } from './useManyEntries';

/** Many secrets in one text, and what they are going to be. */
export function ManyPanel(props: {
  label: string;
  description: string;
  placeholder: string;
  many: ManyEntries;
  /** Whether somebody has tried to send it. */
  hasTried: boolean;
}) {
  const { many, hasTried, ...area } = props;
  const [first] = many.unread;
  const unread = first && `Line ${first.line} ${first.message}.`;
  const none = hasTried && many.entries.length === 0 && 'No secret is in it.';
  return (
    <>
      <HiddenTextArea
        {...area}
        rows={6}
        value={many.text}
        onChange={many.setText}
        problem={(many.text && unread) || none || undefined}
      />
      {many.entries.length > 0 && <EntryList many={many} />}
    </>
  );
}
