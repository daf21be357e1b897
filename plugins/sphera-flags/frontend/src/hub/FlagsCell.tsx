import { RiFlag2Line } from '@remixicon/react';
import {
  FLAG_DRIFTS,
  type FlagDriftKind,
  type FlagsFacts,
} from '@sphera/plugin-flags-common';
import { countOf } from '@sphera/plugin-operations-react';
import { FactLink, type ServiceCellProps } from '@sphera/plugin-services-react';
import { STATE_WORDS } from '../parts/stateWords';

/** How many flags a service has, and whether they drift, in its row of the table of all services. */
export function FlagsCell(props: ServiceCellProps) {
  const { service, facts } = props.row;
  const found = facts.flags as FlagsFacts | undefined;
  if (!found?.flags) return null;
  return (
    <FactLink
      service={service}
      tab="flags"
      icon={<RiFlag2Line size={14} />}
      words={inWords(found)}
      isAmiss={found.drifting > 0}
    >
      {found.drifting > 0
        ? `${found.drifting} of ${found.flags}`
        : String(found.flags)}
    </FactLink>
  );
}

const DRIFT_WORDS: Record<FlagDriftKind, string> = {
  ...STATE_WORDS,
  unlike: 'unlike',
};

function inWords(facts: FlagsFacts): string {
  const { flags, drifting, kinds, readyToRemove, rollouts } = facts;
  const all = countOf(flags, 'flag', 'flags');
  const drift = FLAG_DRIFTS.filter(kind => kinds[kind])
    .map(kind => `${DRIFT_WORDS[kind]} (${kinds[kind]})`)
    .join(', ');
  return [
    drifting > 0 ? `${all}, ${drifting} drifting: ${drift}` : `${all}, in step`,
    ...(rollouts > 0 ? [`${rollouts} being rolled out`] : []),
    ...(readyToRemove > 0 ? [`${readyToRemove} ready to remove`] : []),
  ].join('; ');
}
