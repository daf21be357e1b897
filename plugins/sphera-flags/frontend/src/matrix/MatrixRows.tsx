import type { FlagRow } from '@sphera/plugin-flags-common';
import { useOneStop, useRowWindow } from '@sphera/plugin-operations-react';
import type { RefObject } from 'react';
import { useFlagLinks } from '../parts/useFlagLinks';
import type { ColumnGroup } from './columns';
import { MatrixRow } from './MatrixRow';

/** The rows that can be seen, and room for the others. */
export function MatrixRows(props: {
  rows: FlagRow[];
  groups: ColumnGroup[];
  isOfOneService: boolean;
  /** What the rows scroll in. */
  scroller: RefObject<HTMLElement>;
}) {
  const { rows, groups, isOfOneService, scroller } = props;
  const links = useFlagLinks();
  const { indexes, before, after, measure } = useRowWindow(
    rows.length,
    scroller,
  );
  useOneStop(scroller);
  return (
    <>
      <Room height={before} />
      {indexes.map(index => (
        <MatrixRow
          key={rows[index].flag}
          row={rows[index]}
          groups={groups}
          href={links.toFlag(rows[index].flag)}
          isOfOneService={isOfOneService}
          index={index}
          measure={measure}
        />
      ))}
      <Room height={after} />
    </>
  );
}

function Room(props: { height: number }) {
  if (props.height === 0) return null;
  return <tr aria-hidden style={{ height: props.height }} />;
}
