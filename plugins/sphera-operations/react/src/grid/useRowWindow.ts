import { useVirtualizer } from '@tanstack/react-virtual';
import { RefObject, useEffect, useState } from 'react';

// Up to here all rows are drawn, so that the browser's own search finds them.
const DRAWN_AT_ONCE = 50;
const USUAL_HEIGHT = 60;
const DRAWN_AROUND = 10;

/** The rows to draw, and the room of those that are not drawn. */
export interface RowWindow {
  /** Indexes of the rows to draw, in order. */
  indexes: number[];
  /** Pixels before and after them. */
  before: number;
  after: number;
  /** Takes the height of a drawn row, which says its index in `data-index`; absent: nobody asks. */
  measure?: (row: HTMLTableRowElement | null) => void;
}

/** Of many rows those that can be seen, with some around them; of few, all. */
export function useRowWindow(
  count: number,
  scroller: RefObject<HTMLElement>,
): RowWindow {
  const isLong = count > DRAWN_AT_ONCE;
  useSecondDrawing();
  const virtualizer = useVirtualizer({
    count,
    enabled: isLong,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    overscan: DRAWN_AROUND,
  });
  if (!isLong) {
    return { indexes: [...Array(count).keys()], before: 0, after: 0 };
  }
  const drawn = virtualizer.getVirtualItems();
  return {
    indexes: drawn.map(({ index }) => index),
    before: drawn[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0),
    measure: virtualizer.measureElement,
  };
}

/** What rows scroll in may be drawn with them: it can only be measured the second time. */
function useSecondDrawing() {
  const [, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
}
