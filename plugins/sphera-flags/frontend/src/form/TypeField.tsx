import { Select } from '@backstage/ui';
import { FLAG_TYPES, type FlagType } from '@sphera/plugin-flags-common';

const WORDS: Record<FlagType, [label: string, description: string]> = {
  boolean: ['On or off', 'applications get true or false'],
  string: ['Text', 'applications get one of several texts'],
  number: ['Number', 'applications get one of several numbers'],
  object: ['JSON', 'applications get one of several objects'],
};

/** What a new flag answers with; it stays so. */
export function TypeField(props: {
  value: FlagType;
  onChange(type: FlagType): void;
}) {
  const { value, onChange } = props;
  return (
    <Select
      label="Type"
      size="medium"
      options={FLAG_TYPES.map(id => {
        const [label, description] = WORDS[id];
        return { id, label, description };
      })}
      value={value}
      onChange={key => onChange(key as FlagType)}
    />
  );
}
