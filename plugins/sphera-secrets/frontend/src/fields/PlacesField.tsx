import { FieldLabel, Text } from '@backstage/ui';
import type { Operation } from '@sphera/plugin-operations-common';
import { FieldMessage } from '@sphera/plugin-operations-react';
import type { Place } from '@sphera/plugin-secrets-common';
import { useId } from 'react';
import { EnvironmentChoice } from './EnvironmentChoice';
import { environmentsOf, hasPlace, placesIn } from './places';
import styles from './PlacesField.module.css';

/** In which places something is done: environments, each with its regions. */
export function PlacesField(props: {
  label: string;
  description?: string;
  /** What will be asked for, so that it can be said where one may not. */
  operation: Operation;
  service: string;
  /** The places to choose from, in their order. */
  offered: Place[];
  value: Place[];
  onChange(value: Place[]): void;
  error: Error | null;
}) {
  const { offered, value, onChange } = props;
  const id = useId();
  const choose = (places: Place[], isChosen: boolean) =>
    onChange(
      offered.filter(place =>
        hasPlace(places, place) ? isChosen : hasPlace(value, place),
      ),
    );
  return (
    <div role="group" aria-labelledby={id} className={styles.field}>
      <FieldLabel
        id={id}
        label={props.label}
        secondaryLabel="Required"
        description={props.description}
      />
      {environmentsOf(offered).map(environment => (
        <EnvironmentChoice
          key={environment}
          environment={environment}
          operation={props.operation}
          service={props.service}
          offered={placesIn(environment, offered)}
          value={placesIn(environment, value)}
          onChange={choose}
        />
      ))}
      {value.length === 0 && (
        <Text color="secondary" variant="body-small">
          Choose at least one place.
        </Text>
      )}
      <FieldMessage error={props.error} fields={['environments', 'regions']} />
    </div>
  );
}
