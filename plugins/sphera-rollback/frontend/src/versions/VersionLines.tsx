import { Text } from '@backstage/ui';
import type { ListedVersions } from './ListedVersions';
import { VersionFacts } from './VersionFacts';
import { VersionMarks } from './VersionMarks';
import styles from './versions.module.css';
import { WayBack } from './WayBack';

/** The versions one below the other, where the screen is too narrow for the table. */
export function VersionLines(props: ListedVersions) {
  const { versions, isOneCurrent, ...place } = props;
  return (
    <ul className={styles.lines} aria-label="Versions">
      {versions.map(one => (
        <li key={one.version} className={styles.line}>
          <div className={styles.spread}>
            <Text weight="bold">{one.version}</Text>
            {!(one.isCurrent && isOneCurrent) && (
              <WayBack {...place} version={one.version} />
            )}
          </div>
          <VersionMarks version={one} />
          <VersionFacts version={one} />
        </li>
      ))}
    </ul>
  );
}
