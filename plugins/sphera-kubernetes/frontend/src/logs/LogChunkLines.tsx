import { memo } from 'react';
import { HighlightedText } from './HighlightedText';
import { LogChunk } from './logContents';
import styles from './LogLines.module.css';
import { LogTime } from './LogTime';
import { matchesIn } from './search';

/** Some lines of a log. Drawn anew only when they, or what is looked for in them, change. */
export const LogChunkLines = memo(Lines);

function Lines(props: {
  chunk: LogChunk;
  words: string;
  /** Which of its matches one looks at, from 0. */
  current?: number;
  withTimes: boolean;
}) {
  const { chunk, words, current, withTimes } = props;
  let before = 0;
  return (
    <div className={styles.chunk}>
      {chunk.lines.map((line, index) => {
        const matches = matchesIn(line.text, words);
        const first = before;
        before += matches.length;
        return (
          <div
            // Lines have no name, and never change their place in a chunk.
            // eslint-disable-next-line react/no-array-index-key
            key={index}
            className={styles.line}
            data-level={line.level}
          >
            {withTimes && <LogTime at={line.at} />}
            <HighlightedText
              text={line.text}
              matches={matches}
              length={words.length}
              current={current === undefined ? -1 : current - first}
            />
            {'\n'}
          </div>
        );
      })}
    </div>
  );
}
