import { RiGitBranchLine } from '@remixicon/react';
import type { DriftFacts, DriftKind } from '@sphera/plugin-kubernetes-common';
import { FactLink, type ServiceCellProps } from '@sphera/plugin-services-react';
import { DRIFT_WORDS } from '../words/drift';

/** How much of a service drifts, in its row of the table of all services. */
export function DriftCell(props: ServiceCellProps) {
  const { service, facts } = props.row;
  const drift = facts.drift as DriftFacts | undefined;
  if (!drift?.count) return null;
  const kinds = Object.entries(drift.kinds) as [DriftKind, number][];
  const words = kinds.map(([kind, count]) =>
    count > 1 ? `${DRIFT_WORDS[kind]} (${count})` : DRIFT_WORDS[kind],
  );
  return (
    <FactLink
      service={service}
      tab="deployments"
      icon={<RiGitBranchLine size={14} />}
      words={words.join(', ')}
      label={`Drift: ${drift.count}. ${words.join(', ')}`}
      isAmiss
    >
      {String(drift.count)}
    </FactLink>
  );
}
