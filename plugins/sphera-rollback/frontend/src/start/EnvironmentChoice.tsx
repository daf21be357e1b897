import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { Layout } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { environmentInWords } from '../parts/placeWords';

/** The environments in which a service can be rolled back, one of them chosen. */
export function EnvironmentChoice(props: {
  environments: Layout['environments'];
  chosen: string | undefined;
  onChoose(environment: string): void;
}) {
  const { environments, chosen, onChoose } = props;
  const fleet = useFleet();
  return (
    <ToggleButtonGroup
      aria-label="Environment"
      selectionMode="single"
      disallowEmptySelection={Boolean(chosen)}
      selectedKeys={chosen ? [chosen] : []}
      onSelectionChange={keys => {
        const [key] = keys;
        if (key !== undefined) onChoose(String(key));
      }}
    >
      {environments.map(({ environment }) => (
        <ToggleButton key={environment} id={environment}>
          {environmentInWords(fleet, environment)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
