import { Checkbox, Text } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import type { Operation } from '@sphera/plugin-operations-common';
import { useMay } from '@sphera/plugin-operations-react';
import type { Place } from '@sphera/plugin-secrets-common';
import { useFleet } from '@sphera/plugin-services-react';
import { hasPlace } from './places';
import styles from './PlacesField.module.css';

/** One environment with its regions: all of them at once, or one by one. */
export function EnvironmentChoice(props: {
  environment: string;
  operation: Operation;
  service: string;
  /** Its places to choose from. */
  offered: Place[];
  /** Those that are chosen. */
  value: Place[];
  onChange(places: Place[], isChosen: boolean): void;
}) {
  const { environment, operation, service, offered, value, onChange } = props;
  const { environments, regions } = useFleet();
  const may = useMay(operation, { service, environment });
  const title = titleOf(environments, environment);
  const isAll = value.length === offered.length;
  return (
    <div className={styles.environment} role="group" aria-label={title}>
      <Checkbox
        isSelected={isAll}
        isIndeterminate={value.length > 0 && !isAll}
        isDisabled={!may}
        onChange={() => onChange(offered, !isAll)}
      >
        {title}
      </Checkbox>
      <div className={styles.regions}>
        {offered.map(place => (
          <Checkbox
            key={place.region}
            isSelected={hasPlace(value, place)}
            isDisabled={!may}
            onChange={isChosen => onChange([place], isChosen)}
          >
            {titleOf(regions, place.region)}
          </Checkbox>
        ))}
      </div>
      {!may && (
        <Text color="secondary" variant="body-small">
          You may not do this in {title}: {operation.title}.
        </Text>
      )}
    </div>
  );
}
