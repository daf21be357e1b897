import { Select } from '@backstage/ui';
import { fieldProblem } from '@sphera/plugin-operations-react';
import { type Place, placeName } from '@sphera/plugin-secrets-common';
import { usePlaceWords } from '../../parts/usePlaceWords';

/** One place. */
export function PlaceSelect(props: {
  label: string;
  offered: Place[];
  value: Place | undefined;
  onChange(value: Place): void;
  error: Error | null;
}) {
  const { label, offered, value, onChange, error } = props;
  const words = usePlaceWords();
  return (
    <Select
      label={label}
      size="medium"
      isRequired
      placeholder="Choose a place"
      options={offered.map(place => ({
        id: placeName(place),
        label: words(place),
      }))}
      selectedKey={value ? placeName(value) : null}
      onSelectionChange={key => {
        const chosen = offered.find(place => placeName(place) === key);
        if (chosen) onChange(chosen);
      }}
      {...fieldProblem(error, 'fromEnvironment')}
    />
  );
}
