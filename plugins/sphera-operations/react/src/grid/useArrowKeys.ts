import { KeyboardEvent, RefObject, useEffect } from 'react';

const STEPS: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Leaves the Tab key one stop among what can be pressed in a table, however many
 * cells it has. To be called where its rows are drawn: rows come as one scrolls.
 *
 * @param frame - the table or what is around it.
 */
export function useOneStop(frame: RefObject<HTMLElement>) {
  useEffect(() => {
    if (frame.current) keepOneStop(frame.current);
  });
}

/**
 * Lets arrow keys move between what can be pressed in a table; Home and End go to
 * the ends of a row; what has `data-beside` is reached from its left only. The table is asked and not React: a step draws nothing anew.
 *
 * @returns the handler for keys pressed in the table.
 */
export function useArrowKeys(table: RefObject<HTMLTableElement>) {
  return (event: KeyboardEvent<HTMLTableElement>) => {
    const from = (event.target as Element).closest<HTMLElement>('a, button');
    const to = from && table.current && next(table.current, from, event.key);
    if (!to) return;
    event.preventDefault();
    keepOneStop(table.current, to);
    to.focus();
    to.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  };
}

function keepOneStop(frame: HTMLElement, wanted?: HTMLElement) {
  const all = [...frame.querySelectorAll<HTMLElement>('tbody a, tbody button')];
  const stop = wanted ?? all.find(({ tabIndex }) => tabIndex === 0) ?? all[0];
  for (const one of all) {
    const tabIndex = one === stop ? 0 : -1;
    if (one.tabIndex !== tabIndex) one.tabIndex = tabIndex;
  }
}

function next(
  table: HTMLTableElement,
  from: HTMLElement,
  key: string,
): HTMLElement | undefined {
  const cell = from.closest<HTMLTableCellElement>('th, td')!;
  const row = cell.closest('tr')!;
  const inRow = pressable(row);
  if (key === 'Home') return inRow[0];
  if (key === 'End') return inRow.at(-1);
  if (!(key in STEPS)) return undefined;
  const [rows, columns] = STEPS[key];
  if (columns) return inRow[inRow.indexOf(from) + columns];
  const inCell = stacked(cell);
  const below = inCell[inCell.findLastIndex(isAtOrBefore(from)) + rows];
  if (below && cell.tagName === 'TD') return below;
  const body = [...table.tBodies[0].rows];
  for (
    let at = body.indexOf(row) + rows;
    at >= 0 && at < body.length;
    at += rows
  ) {
    const found = stacked(body[at].cells[cell.cellIndex]);
    if (found.length > 0) return rows > 0 ? found[0] : found.at(-1);
  }
  return undefined;
}

function pressable(part: Element): HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>('a, button')];
}

/** What stands one below the other in a cell, without what says that it stands beside another (`data-beside`). */
function stacked(cell: Element): HTMLElement[] {
  return pressable(cell).filter(one => one.dataset.beside === undefined);
}

function isAtOrBefore(from: HTMLElement) {
  return (one: HTMLElement) =>
    one === from ||
    // eslint-disable-next-line no-bitwise
    Boolean(
      one.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
}
