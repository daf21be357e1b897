import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';

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
  /** Searched for, and the page has not gone on with it yet. */
  const asked = useRef<string[]>([]);
  useEffect(() => {
    const nth = asked.current.indexOf(text);
    asked.current = nth < 0 ? [] : asked.current.slice(nth + 1);
    // What was typed since is not lost where the page goes on with what was typed before.
    if (nth < 0) setTyped(now => (now.trim() === text ? now : text));
  }, [text]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === text) return undefined;
    const timer = setTimeout(() => {
      asked.current.push(wanted);
      onSearch(wanted);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
    // Who listens may be another one with each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed, text]);
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
