import { useFleet } from '@sphera/plugin-services-react';
import { Select } from '@backstage/ui';
import { fieldProblem } from '@sphera/plugin-operations-react';

const ALL = '*';

/** One environment of the fleet, or all of them. */
export function EnvironmentField(props: {
  /** Undefined: all environments. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  error: Error | null;
}) {
  const { environments } = useFleet();
  return (
    <Select
      label="Environment"
      size="medium"
      options={[
        { id: ALL, label: 'All environments' },
        ...environments.map(({ name, title }) => ({ id: name, label: title })),
      ]}
      selectedKey={props.value ?? ALL}
      onSelectionChange={key =>
        props.onChange(key === ALL ? undefined : String(key))
      }
      {...fieldProblem(props.error, 'environment')}
    />
  );
}
