import { Select } from '@backstage/ui';
import { Place, placeName } from '@sphera/plugin-secrets-common';
import { readPlace } from '../tab/address';
import { usePlaceWords } from '../parts/usePlaceWords';

/** Chooses one of the places that keep secrets. */
export function PlaceSelect(props: {
  label: string;
  places: readonly Place[];
  value?: Place;
  onChange(place: Place | undefined): void;
}) {
  const { label, places, value, onChange } = props;
  const inWords = usePlaceWords();
  return (
    <Select
      label={label}
      size="small"
      options={places.map(place => ({
        id: placeName(place),
        label: inWords(place),
      }))}
      value={value ? placeName(value) : null}
      onChange={key => onChange(readPlace(key === null ? null : String(key)))}
    />
  );
}
