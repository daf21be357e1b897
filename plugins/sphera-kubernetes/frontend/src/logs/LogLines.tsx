import { Button } from '@backstage/ui';
import { RiArrowDownLine } from '@remixicon/react';
import { KeyboardEvent, ReactNode, useEffect, useRef } from 'react';
import { LogChunkLines } from './LogChunkLines';
import { LogContents } from './logContents';
import styles from './LogLines.module.css';
import { LogSearch } from './useLogSearch';
import { useStickToEnd } from './useStickToEnd';

/**
 * The lines that are kept of a log. It stays at the end while one is there; who
 * scrolls up is left alone. `n` and `N` go from match to match.
 */
export function LogLines(props: {
  /** What it is the log of, for who cannot see it. */
  label: string;
  contents: LogContents;
  search: LogSearch;
  isWrapped: boolean;
  withTimes: boolean;
  /** Stands in place of the lines while there are none. */
  empty: ReactNode;
}) {
  const { contents, search, isWrapped, withTimes } = props;
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { isAtEnd, toEnd } = useStickToEnd(box, content);
  const { match } = search;
  useEffect(() => {
    if (!match) return;
    box.current
      ?.querySelector('[data-current]')
      ?.scrollIntoView?.({ block: 'center', inline: 'nearest' });
  }, [match]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'n') search.go(1);
    if (event.key === 'N') search.go(-1);
  };
  return (
    <div className={styles.frame}>
      {/* A box that scrolls has to take the focus, or the keyboard cannot scroll it. */}
      {/* eslint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex */}
      <div
        ref={box}
        role="log"
        // Lines may come faster than anybody can listen; the state above is what is told.
        aria-live="off"
        aria-label={props.label}
        tabIndex={0}
        className={styles.lines}
        data-wrapped={isWrapped || undefined}
        onKeyDown={onKeyDown}
      >
        {/* eslint-enable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex */}
        <div ref={content}>
          {contents.size === 0 && props.empty}
          {contents.forgotten > 0 && (
            <div className={styles.forgotten}>
              {contents.forgotten.toLocaleString('en')} older lines are not kept
              here
            </div>
          )}
          {contents.chunks.map(chunk => (
            <LogChunkLines
              key={chunk.id}
              chunk={chunk}
              words={search.words}
              current={match?.chunk === chunk.id ? match.index : undefined}
              withTimes={withTimes}
            />
          ))}
        </div>
      </div>
      {!isAtEnd && (
        <Button
          className={styles.toEnd}
          iconStart={<RiArrowDownLine />}
          onPress={toEnd}
        >
          Jump to the end
        </Button>
      )}
    </div>
  );
}
