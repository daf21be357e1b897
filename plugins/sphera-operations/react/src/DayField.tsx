import { Button, DatePicker } from '@backstage/ui';
import {
  type DateValue,
  getLocalTimeZone,
  parseDate,
  today,
} from '@internationalized/date';
import styles from './DayField.module.css';
import { fieldProblem } from './fieldProblem';

/** A day to come, or none. */
export function DayField(props: {
  label: string;
  description?: string;
  /** `2027-03-31`; undefined: none. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  error: Error | null;
  /** The operation's name for it, like `endsOn`. */
  field: string;
}) {
  const { label, description, value, onChange, error, field } = props;
  return (
    <div className={styles.field}>
      <DatePicker
        label={label}
        size="medium"
        description={description}
        granularity="day"
        minValue={today(getLocalTimeZone())}
        value={value ? parseDate(value) : null}
        onChange={(day: DateValue | null) => onChange(day?.toString())}
        {...fieldProblem(error, field)}
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
