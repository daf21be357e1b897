import { Tooltip, TooltipTrigger, ButtonLink } from '@backstage/ui';
import { RiGitBranchLine } from '@remixicon/react';
import type { DriftFacts, DriftKind } from '@sphera/plugin-kubernetes-common';
import {
  type ServiceCellProps,
  useServiceLinks,
} from '@sphera/plugin-services-react';
import { DRIFT_WORDS } from '../words/drift';
import styles from './DriftCell.module.css';

/** How much of a service drifts, in its row of the table of all services. */
export function DriftCell(props: ServiceCellProps) {
  const { service, facts } = props.row;
  const { toTab } = useServiceLinks();
  const drift = facts.drift as DriftFacts | undefined;
  if (!drift?.count) return null;
  const kinds = Object.entries(drift.kinds) as [DriftKind, number][];
  const words = kinds.map(([kind, count]) =>
    count > 1 ? `${DRIFT_WORDS[kind]} (${count})` : DRIFT_WORDS[kind],
  );
  return (
    <TooltipTrigger delay={200}>
      <ButtonLink
        href={toTab(service, 'deployments')}
        size="small"
        variant="tertiary"
        className={styles.drift}
        iconStart={<RiGitBranchLine size={14} />}
        aria-label={`Drift: ${drift.count}. ${words.join(', ')}`}
      >
        {String(drift.count)}
      </ButtonLink>
      <Tooltip>{words.join(', ')}</Tooltip>
    </TooltipTrigger>
  );
}
