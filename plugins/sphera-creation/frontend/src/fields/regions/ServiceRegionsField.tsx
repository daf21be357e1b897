import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Checkbox, CheckboxGroup, Text } from '@backstage/ui';
import { useFleet } from '@sphera/plugin-services-react';
import { useEffect } from 'react';
import { firstRegions, type RegionPlace, regionPlaces } from './regionPlaces';
import styles from './regions.module.css';

/** Where a service that is to be runs: regions of the fleet, with what stands in each. */
export function ServiceRegionsField(
  props: FieldExtensionComponentProps<string[]>,
) {
  const { formData = [], onChange, schema, rawErrors, required } = props;
  const fleet = useFleet();
  const places = regionPlaces(fleet);
  // Nobody leaves this field empty and goes on: empty is a form that was just opened.
  useEffect(() => {
    if (formData.length === 0) onChange(firstRegions(fleet));
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (places.length === 0) {
    return (
      <Text color="warning">
        The fleet has no cluster yet, so that a service can run nowhere. Name
        clusters in sphera.fleet of the configuration.
      </Text>
    );
  }
  return (
    <CheckboxGroup
      label={schema.title ?? 'Regions'}
      description={schema.description}
      isRequired={required}
      isDisabled={props.disabled}
      isInvalid={formData.length === 0 && Boolean(rawErrors?.length)}
      // The form refuses; the browser would keep it from being asked again.
      validationBehavior="aria"
      value={formData}
      onChange={onChange}
    >
      <div className={styles.regions}>
        {places.map(place => (
          <Checkbox key={place.name} value={place.name}>
            <PlaceWords place={place} />
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}

function PlaceWords({ place }: { place: RegionPlace }) {
  const { name, title, environments } = place;
  return (
    <span className={styles.region}>
      <span>
        {title} {title !== name && <span className={styles.name}>{name}</span>}
      </span>
      <span className={styles.clusters}>
        {environments
          .map(one => `${one.title}: ${one.clusters.join(', ')}`)
          .join(' · ')}
      </span>
    </span>
  );
}
