import { SearchField } from '@backstage/ui';
import { useEffect, useState } from 'react';

// Long enough to type two letters in, too short to be felt.
const PAUSE_MS = 200;

/** Searches as one types, after a short pause. */
export function SearchBox(props: {
  text: string;
  onSearch(text: string | undefined): void;
  className?: string;
}) {
  const { text, onSearch, className } = props;
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(now => (now.trim() === text ? now : text)), [text]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === text) return undefined;
    const timer = setTimeout(() => onSearch(wanted || undefined), PAUSE_MS);
    return () => clearTimeout(timer);
    // Only typing starts a search: a text that changes from outside has been searched for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  return (
    <SearchField
      aria-label="Search reasons and errors"
      placeholder="Words in the reason or error…"
      size="small"
      className={className}
      maxLength={100}
      value={typed}
      onChange={setTyped}
    />
  );
}
