import { DatePicker, Select } from '@backstage/ui';
import {
  DateValue,
  fromDate,
  getLocalTimeZone,
  now,
  toCalendarDateTime,
} from '@internationalized/date';
import { fieldProblem } from '@sphera/plugin-operations-react';
import { Until, UntilChoice } from './until';

const MOMENTS: { id: UntilChoice; label: string }[] = [
  { id: 'an-hour', label: 'In 1 hour' },
  { id: 'four-hours', label: 'In 4 hours' },
  { id: 'tomorrow', label: 'Tomorrow, 09:00' },
  { id: 'moment', label: 'Choose date and time…' },
];

/** When a lock ends by itself. */
export function UntilField(props: {
  value: Until;
  onChange(value: Until): void;
  error: Error | null;
  /** What ends it before its time. Default: `unlocks`. */
  endedBy?: 'unlocks' | 'unfreezes';
}) {
  const { value, onChange, error, endedBy = 'unlocks' } = props;
  const zone = getLocalTimeZone();
  const choose = (choice: UntilChoice) =>
    onChange({
      choice,
      moment: value.moment ?? now(zone).add({ hours: 1 }).toDate(),
    });
  return (
    <>
      <Select
        label="Until"
        size="medium"
        options={[{ id: 'unlocked', label: `Somebody ${endedBy}` }, ...MOMENTS]}
        selectedKey={value.choice}
        onSelectionChange={key => choose(key as UntilChoice)}
        {...(value.choice === 'moment' ? {} : fieldProblem(error, 'expiresAt'))}
      />
      {value.choice === 'moment' && (
        <DatePicker
          label="Ends at"
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
          {...fieldProblem(error, 'expiresAt')}
        />
      )}
    </>
  );
}
