import { Select } from '@backstage/ui';
import { fieldProblem } from '@sphera/plugin-operations-react';
import { durationInWords } from './durationWords';

const OFFERED = [
  'PT1M',
  'PT5M',
  'PT10M',
  'PT30M',
  'PT1H',
  'PT4H',
  'P1D',
  'P3D',
];

/** How long each ring is watched before the next. */
export function SoakField(props: {
  /** ISO 8601 duration. */
  value: string;
  /** As it is configured. */
  configured: string;
  onChange(value: string): void;
  error: Error | null;
}) {
  const { value, configured, onChange, error } = props;
  const others = OFFERED.filter(one => one !== configured);
  return (
    <Select
      label="Watch each ring for"
      size="medium"
      description="Once every cluster of a ring has it, this long passes before the next ring."
      options={[
        {
          id: configured,
          label: durationInWords(configured),
          description: 'as configured',
        },
        ...others.map(id => ({ id, label: durationInWords(id) })),
      ]}
      value={value}
      onChange={key => onChange(String(key))}
      {...fieldProblem(error, 'soak')}
    />
  );
}
