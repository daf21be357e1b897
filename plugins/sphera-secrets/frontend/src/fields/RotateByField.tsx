import {
  getLocalTimeZone,
  parseAbsolute,
  parseDate,
  toCalendarDate,
} from '@internationalized/date';
import { DayField } from '@sphera/plugin-operations-react';

/** The day by which a value should be replaced by another. */
export function RotateByField(props: {
  /** ISO 8601; undefined: no date. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  error: Error | null;
}) {
  const { value, onChange, error } = props;
  const zone = getLocalTimeZone();
  return (
    <DayField
      label="Rotate by"
      description="When its value should have been replaced; the list then says so."
      field="rotateBy"
      value={value && toCalendarDate(parseAbsolute(value, zone)).toString()}
      onChange={day =>
        onChange(day && parseDate(day).toDate(zone).toISOString())
      }
      error={error}
    />
  );
}
