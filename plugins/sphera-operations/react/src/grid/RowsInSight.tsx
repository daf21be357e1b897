import type { ReactNode, RefObject } from 'react';
import { useOneStop } from './useArrowKeys';
import { type RowWindow, useRowWindow } from './useRowWindow';

/** Of many rows of a table those that can be seen, and room for the others. */
export function RowsInSight(props: {
  count: number;
  /** What the rows scroll in. */
  scroller: RefObject<HTMLElement>;
  /** Draws the row of an index, from 0: a `tr` with the index in `data-index`, which `measure` is to be given. */
  row(index: number, measure: RowWindow['measure']): ReactNode;
}) {
  const { count, scroller, row } = props;
  const { indexes, before, after, measure } = useRowWindow(count, scroller);
  useOneStop(scroller);
  return (
    <>
      <Room height={before} />
      {indexes.map(index => row(index, measure))}
      <Room height={after} />
    </>
  );
}

function Room(props: { height: number }) {
  if (props.height === 0) return null;
  return <tr aria-hidden style={{ height: props.height }} />;
}
