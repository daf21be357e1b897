import { RefObject, useCallback, useEffect, useRef, useState } from 'react';

// A wheel or finger that comes to rest this near to the end means the end.
const NEAR_PX = 24;

/** Keeps a scrolling box at its end as its content grows, unless somebody scrolled away from it. */
export function useStickToEnd(
  box: RefObject<HTMLElement>,
  content: RefObject<HTMLElement>,
): { isAtEnd: boolean; toEnd(): void } {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const sticks = useRef(true);
  const toEnd = useCallback(() => {
    sticks.current = true;
    setIsAtEnd(true);
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [box]);
  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    let last = { top: element.scrollTop, height: element.scrollHeight };
    const onScroll = () => {
      const { scrollTop: top, scrollHeight: height, clientHeight } = element;
      const isNear = height - top - clientHeight < NEAR_PX;
      // Lines that go move everything up; without that, only somebody who wants to leaves the end.
      const wentUp = top < last.top && height >= last.height;
      last = { top, height };
      if (isNear) sticks.current = true;
      else if (wentUp) sticks.current = false;
      setIsAtEnd(sticks.current);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [box]);
  useEffect(() => {
    if (!('ResizeObserver' in window)) return undefined;
    // Also lines that were there change their height: when they come into sight, or wrap. And the
    // box gets smaller when something is said above it.
    const observer = new ResizeObserver(() => {
      const element = box.current;
      if (sticks.current && element) element.scrollTop = element.scrollHeight;
    });
    for (const { current } of [box, content]) {
      if (current) observer.observe(current);
    }
    return () => observer.disconnect();
  }, [box, content]);
  return { isAtEnd, toEnd };
}
