import { RefObject, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Brings what the address names into sight once, when it is first drawn: on a
 * phone it stands below a long list. Where it is in sight already, nothing moves.
 */
export function useShownWhenChosen(element: RefObject<HTMLElement>) {
  const [query] = useSearchParams();
  const isNamed = useRef(query.has('cluster'));
  useEffect(() => {
    if (!isNamed.current || !element.current) return;
    const { top } = element.current.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight / 2) {
      element.current.scrollIntoView?.({ block: 'start' });
    }
  }, [element]);
}
