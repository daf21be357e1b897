import { SearchField } from '@backstage/ui';
import { useEffect, useState } from 'react';

// Long enough for most people to type two letters in, too short to be felt.
const PAUSE_MS = 150;

/** Searches as one types, after a short pause. */
export function SearchBox(props: {
  text: string;
  onSearch(text: string): void;
  className?: string;
}) {
  const { text, onSearch, className } = props;
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(now => (now.trim() === text ? now : text)), [text]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === text) return undefined;
    const timer = setTimeout(() => onSearch(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
    // Only typing starts a search: a text that changes from outside has been searched for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  return (
    <SearchField
      aria-label="Search services"
      placeholder="Name, purpose, team…"
      size="small"
      className={className}
      maxLength={200}
      value={typed}
      onChange={setTyped}
    />
  );
}
