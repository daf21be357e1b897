import { Select } from '@backstage/ui';
import { fieldProblem, MomentField } from '@sphera/plugin-operations-react';
import { DateTime } from 'luxon';
import { Expiry, ExpiryChoice } from './expiry';

const CHOICES: { id: ExpiryChoice; label: string }[] = [
  { id: 'for-good', label: 'For good' },
  { id: 'an-hour', label: 'For 1 hour' },
  { id: 'six-hours', label: 'For 6 hours' },
  { id: 'tomorrow', label: 'Until tomorrow, 08:00' },
  { id: 'moment', label: 'Until a date and time…' },
];

/** How long new bounds hold before they fall back by themselves. */
export function ExpiryField(props: {
  value: Expiry;
  onChange(value: Expiry): void;
  error: Error | null;
}) {
  const { value, onChange, error } = props;
  const choose = (choice: ExpiryChoice) =>
    onChange({
      choice,
      moment: value.moment ?? DateTime.now().plus({ hours: 3 }).toJSDate(),
    });
  return (
    <>
      <Select
        label="How long"
        size="medium"
        options={CHOICES}
        selectedKey={value.choice}
        onSelectionChange={key => choose(key as ExpiryChoice)}
        {...(value.choice === 'moment' ? {} : fieldProblem(error, 'expiresIn'))}
      />
      {value.choice === 'moment' && (
        <MomentField
          label="They fall back at"
          field="expiresIn"
          value={value.moment}
          onChange={moment => onChange({ ...value, moment })}
          error={error}
        />
      )}
    </>
  );
}
