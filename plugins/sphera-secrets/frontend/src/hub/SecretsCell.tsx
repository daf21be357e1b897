import { ButtonLink, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiKey2Line } from '@remixicon/react';
import { countOf } from '@sphera/plugin-operations-react';
import type { DriftKind, SecretsFacts } from '@sphera/plugin-secrets-common';
import {
  type ServiceCellProps,
  useServiceLinks,
} from '@sphera/plugin-services-react';
import { STATE_WORDS } from '../parts/stateWords';
import styles from './SecretsCell.module.css';

/** How many secrets a service has, and whether they drift, in its row of the table of all services. */
export function SecretsCell(props: ServiceCellProps) {
  const { service, facts } = props.row;
  const { toTab } = useServiceLinks();
  const found = facts.secrets as SecretsFacts | undefined;
  if (!found?.secrets) return null;
  const words = inWords(found);
  return (
    <TooltipTrigger delay={200}>
      <ButtonLink
        href={toTab(service, 'secrets')}
        size="small"
        variant="tertiary"
        className={styles.secrets}
        data-drifting={found.drifting > 0 || undefined}
        iconStart={<RiKey2Line size={14} />}
        aria-label={words}
      >
        {found.drifting > 0
          ? `${found.drifting} of ${found.secrets}`
          : String(found.secrets)}
      </ButtonLink>
      <Tooltip>{words}</Tooltip>
    </TooltipTrigger>
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
