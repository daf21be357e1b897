import { Select } from '@backstage/ui';
import { fieldProblem } from '@sphera/plugin-operations-react';
import { useTeams } from '@sphera/plugin-services-react';

const SERVICE = 'service';
const ofService = { id: SERVICE, label: 'The team of the service' };
const SEARCHED_FROM = 9;

/** The team that a flag belongs to: that of its service, or another. */
export function OwnerField(props: {
  /** Entity ref; undefined: who owns the service. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  error: Error | null;
  /** The operation's name for it. */
  field: string;
}) {
  const { value, onChange, error, field } = props;
  const teams = useTeams();
  // Who it belongs to now stays on offer, even where they own no service.
  const isKnown = !value || teams.some(team => team.value === value);
  const offered = isKnown ? teams : [...teams, { value, title: value }];
  return (
    <Select
      label="Owner"
      size="medium"
      search={offered.length >= SEARCHED_FROM || undefined}
      options={[
        ofService,
        ...offered.map(team => ({ id: team.value, label: team.title })),
      ]}
      value={value ?? SERVICE}
      onChange={key => onChange(key === SERVICE ? undefined : String(key))}
      {...fieldProblem(error, field)}
    />
  );
}
