import type { Hold } from '@sphera/plugin-merges-common';
import { RecordList } from '@sphera/plugin-operations-react';
import { HoldItem } from './HoldItem';

/** Repositories, one below the other. */
export function HoldList(props: { holds: readonly Hold[] }) {
  if (props.holds.length === 0) return null;
  return (
    <RecordList label="Repositories">
      {props.holds.map(hold => (
        <HoldItem key={hold.repository} hold={hold} />
      ))}
    </RecordList>
  );
}
