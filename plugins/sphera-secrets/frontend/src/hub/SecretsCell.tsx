import { RiKey2Line } from '@remixicon/react';
import { countOf } from '@sphera/plugin-operations-react';
import type { DriftKind, SecretsFacts } from '@sphera/plugin-secrets-common';
import { FactLink, type ServiceCellProps } from '@sphera/plugin-services-react';
import { STATE_WORDS } from '../parts/stateWords';

/** How many secrets a service has, and whether they drift, in its row of the table of all services. */
export function SecretsCell(props: ServiceCellProps) {
  const { service, facts } = props.row;
  const found = facts.secrets as SecretsFacts | undefined;
  if (!found?.secrets) return null;
  return (
    <FactLink
      service={service}
      tab="secrets"
      icon={<RiKey2Line size={14} />}
      words={inWords(found)}
      isAmiss={found.drifting > 0}
    >
      {found.drifting > 0
        ? `${found.drifting} of ${found.secrets}`
        : String(found.secrets)}
    </FactLink>
  );
}

function inWords(facts: SecretsFacts): string {
  const { secrets, drifting, kinds, notToStandard } = facts;
  const all = countOf(secrets, 'secret', 'secrets');
  const named = Object.entries(kinds) as [DriftKind, number][];
  const drift = named
    .map(([kind, count]) => `${STATE_WORDS[kind].toLowerCase()} (${count})`)
    .join(', ');
  return [
    drifting > 0 ? `${all}, ${drifting} drifting: ${drift}` : `${all}, in step`,
    ...(notToStandard > 0 ? [`${notToStandard} not to the standard`] : []),
  ].join('; ');
}
