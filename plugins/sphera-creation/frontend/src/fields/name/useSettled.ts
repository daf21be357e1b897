import { useEffect, useState } from 'react';

// Long enough for most people to type the next letter in.
const PAUSE_MS = 300;

/** A text once nobody has changed it for a moment; until then, what it was before. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    if (text === settled) return undefined;
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, settled]);
  return settled;
}
