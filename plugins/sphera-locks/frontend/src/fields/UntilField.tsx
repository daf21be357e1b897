import { Select } from '@backstage/ui';
import { fieldProblem, MomentField } from '@sphera/plugin-operations-react';
import { DateTime } from 'luxon';
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
  const choose = (choice: UntilChoice) =>
    onChange({
      choice,
      moment: value.moment ?? DateTime.now().plus({ hours: 1 }).toJSDate(),
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
        <MomentField
          label="Ends at"
          field="expiresAt"
          value={value.moment}
          onChange={moment => onChange({ ...value, moment })}
          error={error}
        />
      )}
    </>
  );
}
