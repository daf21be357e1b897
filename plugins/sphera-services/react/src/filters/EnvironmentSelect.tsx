import { ChoiceSelect } from '@sphera/plugin-operations-react';
import { useFleet } from '../fleet/useFleet';

/** Everything, or one environment of the fleet. */
export function EnvironmentSelect(props: {
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const { environments } = useFleet();
  return (
    <ChoiceSelect
      label="Environment"
      all="All environments"
      choices={environments.map(({ name, title }) => ({
        id: name,
        label: title,
      }))}
      {...props}
    />
  );
}
