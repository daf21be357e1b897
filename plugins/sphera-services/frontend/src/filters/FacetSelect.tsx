import { Select } from '@backstage/ui';
import type { FacetChoice } from '@sphera/plugin-services-common';

const ALL = '*';
const SEARCHED_FROM = 9;

/** One filter: everything, or one of the values that there are. */
export function FacetSelect(props: {
  /** What is filtered by, like `Team`. */
  label: string;
  /** What no filter is called, like `All teams`. */
  all: string;
  choices: FacetChoice[];
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const { label, all, choices, value, onChange } = props;
  // What is set stays on offer, even where it leaves nothing.
  const isKnown = !value || choices.some(choice => choice.value === value);
  const offered = isKnown
    ? choices
    : [...choices, { value, title: value, count: 0 }];
  return (
    <Select
      aria-label={label}
      size="small"
      search={offered.length >= SEARCHED_FROM || undefined}
      options={[
        { id: ALL, label: all },
        ...offered.map(choice => ({
          id: choice.value,
          label: `${choice.title} (${choice.count})`,
        })),
      ]}
      value={value ?? ALL}
      onChange={key => onChange(key === ALL ? undefined : String(key))}
    />
  );
}
