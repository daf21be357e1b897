import { RefObject, useEffect, useRef } from 'react';

/**
 * Takes the reader to a title each time another thing is opened, and back to where
 * they were when it is closed.
 *
 * @param name - what is opened.
 * @returns the ref of the title, which needs a `tabIndex`.
 */
export function useReadingPlace(name: string): RefObject<HTMLHeadingElement> {
  const title = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    title.current?.focus();
  }, [name]);
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement) before.current.focus();
    },
    [],
  );
  return title;
}
