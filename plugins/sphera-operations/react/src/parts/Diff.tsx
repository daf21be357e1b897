import { VisuallyHidden } from '@backstage/ui';
import { useMemo } from 'react';
import styles from './Diff.module.css';
import { type DiffLine, diffLines } from './diffLines';

const SIGNS = { added: '+', removed: '−', same: ' ', gap: '⋯' };
const SAID = { added: 'added: ', removed: 'removed: ', same: '', gap: '' };

/** A unified diff of one file, line by line. */
export function Diff(props: {
  /** Path of the file, for who cannot see the page. */
  path: string;
  diff: string;
}) {
  const lines = useMemo(() => diffLines(props.diff), [props.diff]);
  return (
    <div
      className={styles.scroll}
      // Long lines scroll, also for who has no mouse.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={`Changes of ${props.path}`}
    >
      <ol className={styles.lines}>
        {lines.map((line, index) => (
          <li key={index} className={styles.line} data-kind={line.kind}>
            <span className={styles.number} aria-hidden>
              {line.before}
            </span>
            <span className={styles.number} aria-hidden>
              {line.after}
            </span>
            <span className={styles.sign} aria-hidden>
              {SIGNS[line.kind]}
            </span>
            <Text line={line} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Text(props: { line: DiffLine }) {
  const { kind, text } = props.line;
  return (
    <code className={styles.text}>
      {SAID[kind] && <VisuallyHidden>{SAID[kind]}</VisuallyHidden>}
      {text}
    </code>
  );
}
