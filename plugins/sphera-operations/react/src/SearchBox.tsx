import { SearchField } from '@backstage/ui';
import { useEffect, useState } from 'react';

// Long enough for most people to type two letters in, too short to be felt.
const PAUSE_MS = 150;

/** Searches as one types, after a short pause. */
export function SearchBox(props: {
  /** What is searched, for who cannot see the page: `Search services`. */
  label: string;
  placeholder: string;
  /** The longest text that the operation takes, in characters. */
  longest: number;
  text: string;
  onSearch(text: string): void;
  className?: string;
}) {
  const { text, onSearch } = props;
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
      aria-label={props.label}
      placeholder={props.placeholder}
      size="small"
      className={props.className}
      maxLength={props.longest}
      value={typed}
      onChange={setTyped}
    />
  );
}
