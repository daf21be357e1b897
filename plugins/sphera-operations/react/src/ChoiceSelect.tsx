import { Select } from '@backstage/ui';

const ALL = '*';
const SEARCHED_FROM = 9;

/** One thing that a filter can be set to. */
export interface Choice {
  /** What to filter by. */
  id: string;
  /** As people read it. */
  label: string;
  description?: string;
}

/** One filter: everything, or one of the values that there are. */
export function ChoiceSelect(props: {
  /** What is filtered by, like `Person`. */
  label: string;
  /** What no filter is called, like `Everybody`. */
  all: string;
  choices: Choice[];
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const { label, all, choices, value, onChange } = props;
  // What is set stays on offer, even where nobody knows it any more.
  const isKnown = !value || choices.some(choice => choice.id === value);
  const offered = isKnown ? choices : [...choices, { id: value, label: value }];
  return (
    <Select
      aria-label={label}
      size="small"
      search={offered.length >= SEARCHED_FROM || undefined}
      options={[{ id: ALL, label: all }, ...offered]}
      value={value ?? ALL}
      onChange={key => onChange(key === ALL ? undefined : String(key))}
    />
  );
}
