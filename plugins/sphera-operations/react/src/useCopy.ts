import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

const SAID_FOR_MS = 2_000;

/** Takes a text that is no secret to the clipboard. */
export function useCopy(text: string): {
  /** For a moment after it was copied. */
  isDone: boolean;
  copy(): Promise<void>;
} {
  const toasts = useApi(toastApiRef);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return undefined;
    const timer = setTimeout(() => setDone(false), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [isDone]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      toasts.post({
        title: 'The browser did not let it be copied. Select it by hand.',
        status: 'danger',
      });
    }
  };
  return { isDone, copy };
}
