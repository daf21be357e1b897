import { DatePicker, Select } from '@backstage/ui';
import {
  DateValue,
  fromDate,
  getLocalTimeZone,
  now,
  toCalendarDateTime,
} from '@internationalized/date';
import { fieldProblem } from '@sphera/plugin-operations-react';
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
  const zone = getLocalTimeZone();
  const choose = (choice: ExpiryChoice) =>
    onChange({
      choice,
      moment: value.moment ?? now(zone).add({ hours: 3 }).toDate(),
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
        <DatePicker
          label="They fall back at"
          size="medium"
          description={`On your clock (${zone})`}
          granularity="minute"
          hourCycle={24}
          minValue={toCalendarDateTime(now(zone))}
          value={
            value.moment && toCalendarDateTime(fromDate(value.moment, zone))
          }
          onChange={(moment: DateValue | null) =>
            onChange({ ...value, moment: moment && moment.toDate(zone) })
          }
          {...fieldProblem(error, 'expiresIn')}
        />
      )}
    </>
  );
}
