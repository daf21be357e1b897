import { RefObject, useLayoutEffect } from 'react';

const PARTS = 'section, [role="region"], main';

/**
 * Hands the focus on where what has it leaves the page, say a button whose deed is done: to the nearest part around it that
 * stays, so that who uses no mouse goes on from there, and not from the top of the page.
 */
export function useFocusHeir(ref: RefObject<HTMLElement>) {
  useLayoutEffect(() => {
    const own = ref.current;
    return () => {
      if (!own?.contains(document.activeElement)) return;
      const around = partsAround(own);
      // Once it is gone, and so are those around it that go with it.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        const heir = around.find(part => part.isConnected);
        if (heir) focusOnce(heir);
      });
    };
  }, [ref]);
}

function partsAround(element: HTMLElement): HTMLElement[] {
  const part = element.parentElement?.closest<HTMLElement>(PARTS);
  return part ? [part, ...partsAround(part)] : [];
}

/** Focuses what the Tab key passes over, before and afterwards. */
function focusOnce(part: HTMLElement) {
  if (!part.hasAttribute('tabindex')) {
    part.tabIndex = -1;
    part.addEventListener('blur', () => part.removeAttribute('tabindex'), {
      once: true,
    });
  }
  part.focus({ preventScroll: true });
}
