import { NumberField } from '@backstage/ui';
import type { AllowedBounds } from '@sphera/plugin-kubernetes-common';
import { fieldProblem } from '@sphera/plugin-operations-react';
import { FormEvent } from 'react';
import type { Bounds } from './boundsProblems';

/** One bound: a number of pods, with what is allowed. */
export function ReplicasField(props: {
  field: keyof Bounds;
  label: string;
  /** NaN while nothing is written. */
  value: number;
  onChange(value: number): void;
  allowed: AllowedBounds[keyof Bounds];
  /** What is wrong with it as it stands, as the end of a sentence. */
  problem?: string;
  /** What came of the last try. */
  error: Error | null;
}) {
  const { field, value, onChange, allowed, problem, error } = props;
  // The field itself tells of a number when it is left; the drawing follows each letter.
  const onInput = (event: FormEvent) => {
    const { value: typed } = event.target as HTMLInputElement;
    if (/^\d*$/.test(typed)) onChange(typed ? Number(typed) : NaN);
  };
  return (
    <div onInput={onInput}>
      <NumberField
        name={field}
        label={props.label}
        description={`${allowed.from} to ${allowed.to} allowed`}
        size="medium"
        isRequired
        minValue={0}
        formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
        value={value}
        onChange={onChange}
        {...fieldProblem(error, field)}
        {...(problem && {
          validate: () => `${problem[0].toUpperCase()}${problem.slice(1)}.`,
        })}
      />
    </div>
  );
}
