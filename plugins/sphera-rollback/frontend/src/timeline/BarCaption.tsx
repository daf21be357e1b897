import { Link, Text } from '@backstage/ui';
import { Actor } from '@sphera/plugin-operations-react';
import { useRollbackLinks } from '../parts/useRollbackLinks';
import { CommitLinks } from '../versions/CommitLinks';
import { KIND_WORDS, spanInWords } from './barWords';
import type { Bar } from './lanes';
import styles from './timeline.module.css';

/** The bar that is pointed at, in words, with its commit and its rollbacks linked. */
export function BarCaption(props: { bar: Bar; now: Date }) {
  const { bar, now } = props;
  const { version, kind, run } = bar;
  const { toRollback } = useRollbackLinks();
  return (
    <div className={styles.caption}>
      <Text as="p">
        <strong>{version}</strong> {KIND_WORDS[kind]}, {spanInWords(run, now)},
        by <Actor actor={run.deployedBy} />
      </Text>
      <span className={styles.links}>
        <CommitLinks of={run} />
        {run.rollback && (
          <Link href={toRollback(run.rollback)}>brought by a rollback</Link>
        )}
        {run.leftByRollback && (
          <Link href={toRollback(run.leftByRollback)}>
            taken away by this rollback
          </Link>
        )}
      </span>
    </div>
  );
}
