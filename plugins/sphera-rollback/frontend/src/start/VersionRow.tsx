import type { Version } from '@sphera/plugin-rollback-common';
import { RiLightbulbLine } from '@remixicon/react';
import { useId } from 'react';
import { Mark } from '@sphera/plugin-operations-react';
import { VersionFacts } from '../versions/VersionFacts';
import { VersionMarks } from '../versions/VersionMarks';
import styles from './start.module.css';

/** One version to choose: what there is to know of it, and its commit. */
export function VersionRow(props: {
  version: Version;
  isChosen: boolean;
  isSuggested: boolean;
  /** Whether it is to run everywhere already: nothing to go back to. */
  isOnlyCurrent: boolean;
  onChoose(): void;
}) {
  const { version, isChosen, isSuggested, isOnlyCurrent, onChoose } = props;
  const id = useId();
  const factsId = `${id}-facts`;
  return (
    <div
      className={styles.version}
      data-chosen={isChosen || undefined}
      data-resting={isOnlyCurrent || undefined}
    >
      <label className={styles.label} htmlFor={id}>
        <input
          id={id}
          type="radio"
          name="version"
          className={styles.radio}
          checked={isChosen}
          disabled={isOnlyCurrent}
          onChange={onChoose}
          aria-label={version.version}
          aria-describedby={factsId}
        />
        <span className={styles.number}>{version.version}</span>
        {isSuggested && (
          <Mark
            tone="fine"
            icon={<RiLightbulbLine size={14} aria-hidden />}
            word="suggested"
          />
        )}
        <VersionMarks version={version} />
      </label>
      <div className={styles.facts}>
        <VersionFacts version={version} id={factsId} />
      </div>
    </div>
  );
}
