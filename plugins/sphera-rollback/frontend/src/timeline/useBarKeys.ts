import type { KeyboardEvent, RefObject } from 'react';
import type { Bar, Lane } from './lanes';
import { hasPart, shareAt, type Span } from './scale';

/**
 * Lets arrow keys move between the bars: left and right in time, up and down to the
 * bar of another lane that is nearest in time.
 */
export function useBarKeys(
  frame: RefObject<HTMLElement>,
  lanes: readonly Lane[],
  shown: Bar | undefined,
  span: Span,
) {
  return (event: KeyboardEvent) => {
    const at = lanes.findIndex(({ bars }) => bars.some(bar => bar === shown));
    if (at < 0 || !shown) return;
    const next = nextBar(lanes, at, shown, event.key, span);
    if (!next) return;
    event.preventDefault();
    [...(frame.current?.querySelectorAll<SVGElement>('[data-bar]') ?? [])]
      .find(({ dataset }) => dataset.bar === next.id)
      ?.focus();
  };
}

function nextBar(
  lanes: readonly Lane[],
  at: number,
  shown: Bar,
  key: string,
  span: Span,
): Bar | undefined {
  const drawn = (lane: Lane | undefined) =>
    lane?.bars.filter(({ run }) => hasPart(span, run)) ?? [];
  const lane = drawn(lanes[at]);
  const index = lane.indexOf(shown);
  switch (key) {
    case 'ArrowLeft':
      return lane[index - 1];
    case 'ArrowRight':
      return lane[index + 1];
    case 'Home':
      return lane[0];
    case 'End':
      return lane.at(-1);
    case 'ArrowUp':
      return nearest(drawn(lanes[at - 1]), shown, span);
    case 'ArrowDown':
      return nearest(drawn(lanes[at + 1]), shown, span);
    default:
      return undefined;
  }
}

function nearest(bars: Bar[], to: Bar, span: Span): Bar | undefined {
  const distance = (bar: Bar) => Math.abs(middle(bar, span) - middle(to, span));
  return [...bars].sort((a, b) => distance(a) - distance(b))[0];
}

function middle({ run }: Bar, span: Span): number {
  const from = shareAt(span, Date.parse(run.deployedAt));
  const to = run.endedAt ? shareAt(span, Date.parse(run.endedAt)) : 1;
  return (from + to) / 2;
}
