import { DatePicker } from '@backstage/ui';
import {
  DateValue,
  fromDate,
  getLocalTimeZone,
  now,
  toCalendarDateTime,
} from '@internationalized/date';
import { fieldProblem } from './fieldProblem';

/** A date and a time on the reader's clock, to the minute. */
export function MomentField(props: {
  label: string;
  /** Null while none is chosen. */
  value: Date | null;
  onChange(value: Date | null): void;
  /** Which moments can be chosen. Default: those to come. */
  among?: 'future' | 'past';
  /** What an operation said of it. */
  error?: Error | null;
  /** The operation's name for it, like `expiresAt`. */
  field: string;
}) {
  const { label, value, onChange, among = 'future', error, field } = props;
  const zone = getLocalTimeZone();
  const present = toCalendarDateTime(now(zone));
  return (
    <DatePicker
      label={label}
      size="medium"
      description={`On your clock (${zone})`}
      granularity="minute"
      hourCycle={24}
      {...(among === 'future' ? { minValue: present } : { maxValue: present })}
      value={value && toCalendarDateTime(fromDate(value, zone))}
      onChange={(moment: DateValue | null) =>
        onChange(moment && moment.toDate(zone))
      }
      {...fieldProblem(error ?? null, field)}
    />
  );
}
