import { RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Tells an element where on the page it begins, as `--room-begins`, so that it can
 * be made to end with the screen. What is above it comes, goes and wraps.
 */
export function useRoomBelow(): RefObject<HTMLDivElement> {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    const page = element?.closest('main');
    if (!element || !page || !('ResizeObserver' in window)) return undefined;
    const measure = () => {
      const begins = element.getBoundingClientRect().top + window.scrollY;
      element.style.setProperty('--room-begins', `${Math.round(begins)}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(page);
    return () => observer.disconnect();
  }, []);
  return ref;
}
