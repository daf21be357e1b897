import { Button, DatePicker } from '@backstage/ui';
import {
  DateValue,
  getLocalTimeZone,
  parseAbsolute,
  toCalendarDate,
  today,
} from '@internationalized/date';
import { fieldProblem } from '@sphera/plugin-operations-react';
import styles from './RotateByField.module.css';

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
    <div className={styles.field}>
      <DatePicker
        label="Rotate by"
        size="medium"
        description="When its value should have been replaced; the list then says so."
        granularity="day"
        minValue={today(zone)}
        value={value ? toCalendarDate(parseAbsolute(value, zone)) : null}
        onChange={(day: DateValue | null) =>
          onChange(day?.toDate(zone).toISOString())
        }
        {...fieldProblem(error, 'rotateBy')}
      />
      {value && (
        <Button
          size="medium"
          variant="tertiary"
          onPress={() => onChange(undefined)}
        >
          No date
        </Button>
      )}
    </div>
  );
}
