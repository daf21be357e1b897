import { useBreakpoint } from '@backstage/ui';
import type { FlagRow, FlagsPage } from '@sphera/plugin-flags-common';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { useFleet } from '@sphera/plugin-services-react';
import { type ReactNode, useMemo } from 'react';
import { columnGroups } from './columns';
import { FlagsList } from './FlagsList';
import { FlagsTable } from './FlagsTable';

/** What the matrix shows. */
export interface FlagsMatrixProps {
  /** Absent while they load for the first time. */
  rows?: FlagRow[];
  /** Absent while they load: those of the fleet. */
  clusters?: FlagsPage['clusters'];
  /** Places that show their clusters: `production/eu`. */
  opened: readonly string[];
  /** Opens or closes a place. */
  onToggle(place: string): void;
  /** Whether all rows are of one service, which stands elsewhere. */
  isOfOneService: boolean;
  /** Whether the rows answer an earlier question while this one is under way. */
  isStale: boolean;
  /** Below the last row. */
  children?: ReactNode;
}

/** Flags by clusters: a table, or a list where the screen is narrow. */
export function FlagsMatrix(props: FlagsMatrixProps) {
  const { clusters, opened } = props;
  const fleet = useFleet();
  const isNarrow = useBreakpoint().down('md');
  const groups = useMemo(
    () => columnGroups(clusters ?? clustersOf(fleet), fleet, new Set(opened)),
    [clusters, fleet, opened],
  );
  const Matrix = isNarrow ? FlagsList : FlagsTable;
  return <Matrix {...props} groups={groups} />;
}

// What flags are sent to is the whole fleet, unless the backend knows better.
function clustersOf(fleet: Fleet): FlagsPage['clusters'] {
  return fleet.clusters.map(({ name, environment, region }) => ({
    cluster: name,
    environment,
    region,
    isSilent: false,
  }));
}
