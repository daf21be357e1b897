import { Select, TextField } from '@backstage/ui';
import { DayField, fieldProblem } from '@sphera/plugin-operations-react';
import type { About, Purpose } from './About';
import { OwnerField } from './OwnerField';

const LONGEST = 500;

const PURPOSES: Record<Purpose, [label: string, description: string]> = {
  release: ['Release', 'goes away once it is on for all'],
  experiment: ['Experiment', 'stays until it is decided'],
  operations: ['Operations', 'a switch that stays, for emergencies'],
  permission: ['Permission', 'who may see what'],
};

const notSaid = { id: 'not-said', label: 'Not said' };

/** What a flag is about: it reaches no cluster. */
export function AboutFields(props: {
  value: About;
  onChange(value: About): void;
  error: Error | null;
  /** Whether it is about a flag that is not there yet. */
  isNew: boolean;
}) {
  const { value, onChange, error, isNew } = props;
  const prefix = isNew ? '' : 'about.';
  const change = (part: Partial<About>) => onChange({ ...value, ...part });
  return (
    <>
      <TextField
        label="Description"
        size="medium"
        placeholder="The new way to pay"
        maxLength={LONGEST}
        autoComplete="off"
        value={value.description}
        onChange={description => change({ description })}
        {...fieldProblem(error, `${prefix}description`)}
      />
      <Select
        label="Purpose"
        size="medium"
        options={[
          notSaid,
          ...Object.entries(PURPOSES).map(([id, [label, description]]) => ({
            id,
            label,
            description,
          })),
        ]}
        value={value.purpose ?? notSaid.id}
        onChange={key =>
          change({ purpose: key === notSaid.id ? undefined : (key as Purpose) })
        }
        {...fieldProblem(error, `${prefix}purpose`)}
      />
      <OwnerField
        value={value.owner}
        onChange={owner => change({ owner })}
        error={error}
        field={`${prefix}owner`}
      />
      <DayField
        label="Gone by"
        description="When it should be gone from the code; lists remind of it."
        value={value.endsOn}
        onChange={endsOn => change({ endsOn })}
        error={error}
        field={`${prefix}endsOn`}
      />
    </>
  );
}
