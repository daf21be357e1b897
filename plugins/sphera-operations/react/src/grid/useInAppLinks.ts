import { MouseEvent } from 'react';
import { useNavigate } from 'react-router-dom';

/**
 * Follows plain links inside an element without loading the app anew. Hundreds of
 * router links would each be drawn again whenever the address changes.
 *
 * @returns the handler for clicks in the element.
 */
export function useInAppLinks() {
  const navigate = useNavigate();
  return (event: MouseEvent) => {
    const wantsAnotherTab =
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey;
    const href = (event.target as Element).closest('a')?.getAttribute('href');
    if (!href || wantsAnotherTab || event.defaultPrevented) return;
    event.preventDefault();
    navigate(href);
  };
}
