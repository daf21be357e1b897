import { Combobox } from '@backstage/ui';
import { fieldProblem } from '@sphera/plugin-operations-react';
import { useState } from 'react';

const MOST_SHOWN = 30;

const ZONES = Intl.supportedValuesOf('timeZone');

/** The time zone of the browser. */
export const localTimeZone = () =>
  new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A time zone by its IANA name, found by typing some of it. */
export function TimeZoneField(props: {
  value: string;
  onChange(value: string): void;
  error: Error | null;
}) {
  const { value, onChange, error } = props;
  const [typed, setTyped] = useState(value);
  return (
    <Combobox
      label="Time zone"
      size="medium"
      options={zonesLike(typed, value).map(zone => ({ id: zone, label: zone }))}
      search={{
        mode: 'client',
        inputValue: typed,
        onInputChange: setTyped,
        filter: () => true,
      }}
      selectedKey={value}
      onSelectionChange={zone => zone !== null && onChange(String(zone))}
      {...fieldProblem(error, 'timeZone')}
    />
  );
}

// There are hundreds, and the one that is chosen must be among those on offer.
function zonesLike(typed: string, chosen: string): string[] {
  const words = typed === chosen ? '' : typed.trim().toLowerCase();
  const others = ZONES.filter(
    zone => zone !== chosen && zone.toLowerCase().includes(words),
  );
  return [chosen, ...others.slice(0, MOST_SHOWN)];
}
