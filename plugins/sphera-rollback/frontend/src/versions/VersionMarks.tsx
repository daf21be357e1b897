import {
  RiArrowGoBackLine,
  RiCheckLine,
  RiDatabase2Line,
  RiFileWarningLine,
  RiPlayLine,
} from '@remixicon/react';
import type { Version } from '@sphera/plugin-rollback-common';
import { countOf, Mark } from '@sphera/plugin-operations-react';
import styles from './versions.module.css';

const SIZE = 14;

/** What one should know of a version before one goes back to it. */
export function VersionMarks(props: { version: Version }) {
  const { isCurrent, runsIn, ranWell, runs, image, migration } = props.version;
  const wasTaken = runs.some(({ leftByRollback }) => leftByRollback);
  const running = countOf(runsIn.length, 'cluster', 'clusters');
  return (
    <span className={styles.marks}>
      {(isCurrent || runsIn.length > 0) && (
        <Mark
          tone="plain"
          icon={<RiPlayLine size={SIZE} aria-hidden />}
          word={isCurrent ? 'is to run now' : `still runs in ${running}`}
          title={runsIn.length > 0 ? `Runs in ${runsIn.join(', ')}` : undefined}
        />
      )}
      {ranWell && (
        <Mark
          tone="fine"
          icon={<RiCheckLine size={SIZE} aria-hidden />}
          word="ran well"
        />
      )}
      {wasTaken && (
        <Mark
          tone="unclear"
          icon={<RiArrowGoBackLine size={SIZE} aria-hidden />}
          word="was rolled back"
        />
      )}
      {migration && (
        <Mark
          tone="unclear"
          icon={<RiDatabase2Line size={SIZE} aria-hidden />}
          word="changed its database"
          title={migration}
        />
      )}
      {image === 'missing' && (
        <Mark
          tone="wrong"
          icon={<RiFileWarningLine size={SIZE} aria-hidden />}
          word="image is missing"
        />
      )}
    </span>
  );
}
