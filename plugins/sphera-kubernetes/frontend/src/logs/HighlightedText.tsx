import { Fragment } from 'react';
import styles from './LogLines.module.css';

/** A text with what was found in it marked. */
export function HighlightedText(props: {
  text: string;
  /** Where each match begins. */
  matches: readonly number[];
  /** How long each match is. */
  length: number;
  /** The one that one looks at. */
  current: number;
}) {
  const { text, matches, length, current } = props;
  if (matches.length === 0) return <>{text}</>;
  const end = matches[matches.length - 1] + length;
  return (
    <>
      {matches.map((start, index) => (
        <Fragment key={start}>
          {text.slice(index === 0 ? 0 : matches[index - 1] + length, start)}
          <mark
            className={styles.match}
            data-current={index === current || undefined}
          >
            {text.slice(start, start + length)}
          </mark>
        </Fragment>
      ))}
      {text.slice(end)}
    </>
  );
}
