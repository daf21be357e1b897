import { Button } from '@backstage/ui';
import { MomentField } from '@sphera/plugin-operations-react';
import styles from './set.module.css';

const HOUR_MS = 3_600_000;

const QUICK = [
  { label: '1 hour ago', hours: 1 },
  { label: '3 hours ago', hours: 3 },
  { label: 'Yesterday, this time', hours: 24 },
];

/** The moment to go back to: one of those that are often meant, or any. */
export function MomentChoice(props: {
  /** ISO 8601. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  error: Error | null;
}) {
  const { value, onChange, error } = props;
  return (
    <div className={styles.moment}>
      <MomentField
        label="As it was at"
        field="at"
        among="past"
        value={value ? new Date(value) : null}
        onChange={moment => onChange(moment?.toISOString())}
        error={error}
      />
      <div className={styles.quick}>
        {QUICK.map(({ label, hours }) => (
          <Button
            key={label}
            size="small"
            variant="tertiary"
            onPress={() => onChange(hoursAgo(hours))}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}

function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * HOUR_MS).toISOString();
}
