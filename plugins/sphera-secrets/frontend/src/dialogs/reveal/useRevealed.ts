import { useUncachedCall } from '@sphera/plugin-operations-react';
import type { OutputOf, RequestOf } from '@sphera/plugin-operations-common';
import { revealSecret } from '@sphera/plugin-secrets-common';
import { useCallback, useEffect, useRef, useState } from 'react';

/** How long a value is shown. */
export const SHOWN_FOR_MS = 30_000;

/** A value while it is shown. */
export interface Revealed extends OutputOf<typeof revealSecret> {
  /** When it goes, in milliseconds since 1970. */
  until: number;
}

type State =
  | { phase: 'asking' | 'waiting' | 'hidden' }
  | { phase: 'refused'; error: Error }
  | { phase: 'shown'; revealed: Revealed };

/**
 * One value, for as long as it is shown and nowhere but in this state: it goes
 * after {@link SHOWN_FOR_MS}, when the page is no longer looked at, and with the
 * component. An answer that comes after any of these is dropped.
 */
export function useRevealed() {
  const call = useUncachedCall();
  const [state, setState] = useState<State>({ phase: 'asking' });
  const asking = useRef<AbortController>();
  const isShown = state.phase === 'shown';
  const hide = useCallback(() => {
    asking.current?.abort();
    setState({ phase: 'hidden' });
  }, []);
  useEffect(() => () => asking.current?.abort(), []);
  useEffect(() => {
    if (!isShown) return undefined;
    const timer = setTimeout(hide, SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [isShown, hide]);
  const isSecretNear = isShown || state.phase === 'waiting';
  useEffect(() => {
    if (!isSecretNear) return undefined;
    const hideUnseen = () => document.hidden && hide();
    document.addEventListener('visibilitychange', hideUnseen);
    window.addEventListener('pagehide', hide);
    return () => {
      document.removeEventListener('visibilitychange', hideUnseen);
      window.removeEventListener('pagehide', hide);
    };
  }, [isSecretNear, hide]);
  const reveal = async (input: RequestOf<typeof revealSecret>) => {
    const controller = new AbortController();
    const { signal } = controller;
    asking.current = controller;
    setState({ phase: 'waiting' });
    try {
      const answer = await call(revealSecret, input, { signal });
      if (signal.aborted) return;
      const revealed = { ...answer, until: Date.now() + SHOWN_FOR_MS };
      setState({ phase: 'shown', revealed });
    } catch (error) {
      if (signal.aborted) return;
      setState({ phase: 'refused', error: error as Error });
    }
  };
  return { state, reveal, hide };
}
