import { Select } from '@backstage/ui';
import { messageOf } from '@sphera/plugin-operations-react';
import { useSystems } from './useSystems';

const SEARCHED_FROM = 9;

/** One system of the catalog. */
export function SystemField(props: {
  /** Entity ref. */
  value: string | undefined;
  onChange(value: string): void;
}) {
  const { value, onChange } = props;
  const { systems = [], error } = useSystems();
  // What the address says stays on offer until the others are known.
  const isKnown = !value || systems.some(({ ref }) => ref === value);
  const offered = isKnown
    ? systems
    : [...systems, { ref: value, title: value }];
  return (
    <Select
      label="System"
      size="medium"
      placeholder="Choose a system"
      description={error && messageOf(error)}
      search={offered.length >= SEARCHED_FROM || undefined}
      options={offered.map(({ ref, title }) => ({ id: ref, label: title }))}
      value={value ?? null}
      onChange={key => onChange(String(key))}
    />
  );
}
