import { Select, TextField } from '@backstage/ui';
import { WEEKDAYS, WeekMoment } from '@sphera/plugin-locks-common';
import { fieldProblem } from '@sphera/plugin-operations-react';
import { capitalized } from '../words';
import styles from './WeekMomentField.module.css';

/** A day of the week and a time of that day. */
export function WeekMomentField(props: {
  /** What happens then: `Begins` or `Ends`. */
  what: string;
  /** Path of the field, for the problems that an error names. */
  name: 'from' | 'to';
  value: WeekMoment;
  onChange(value: WeekMoment): void;
  error: Error | null;
}) {
  const { what, name, value, onChange, error } = props;
  return (
    <div className={styles.moment}>
      <Select
        label={`${what} on`}
        size="medium"
        options={WEEKDAYS.map(day => ({ id: day, label: capitalized(day) }))}
        selectedKey={value.day}
        onSelectionChange={day =>
          onChange({ ...value, day: day as WeekMoment['day'] })
        }
        {...fieldProblem(error, `${name}.day`)}
      />
      <TextField
        label={`${what} at`}
        size="medium"
        inputMode="numeric"
        placeholder="16:00"
        value={value.time}
        onChange={time => onChange({ ...value, time })}
        {...fieldProblem(error, `${name}.time`)}
      />
    </div>
  );
}
