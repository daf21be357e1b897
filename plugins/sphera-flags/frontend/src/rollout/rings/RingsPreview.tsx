import type { Cell, FlagDefinition } from '@sphera/plugin-flags-common';
import { countOf, Track } from '@sphera/plugin-operations-react';
import { compare } from '../../form/preview/comparison';
import { FlagValue } from '../../parts/FlagValue';
import type { RingDraft } from './RingDraft';
import styles from './RingsPreview.module.css';

/** The way of a roll-out before it is gone: ring after ring, what becomes of how many clusters. */
export function RingsPreview(props: {
  rings: RingDraft[];
  cells: readonly Cell[];
  definition: FlagDefinition;
  /** How long each ring is watched, in words. */
  soak: string;
}) {
  const { rings, cells, definition, soak } = props;
  return (
    <Track
      label="What happens, ring by ring"
      steps={rings.map(({ key, name, clusters }, at) => ({
        key,
        state: 'waiting',
        name,
        word: countOf(clusters.length, 'cluster', 'clusters'),
        detail: (
          <ul className={styles.groups}>
            {compare(clusters, cells, () => definition).map(group => (
              <li key={group.clusters[0]}>
                {group.clusters.length} × <FlagValue value={group.before} />
                {group.isSame ? (
                  ' already so'
                ) : (
                  <>
                    {' → '}
                    <FlagValue value={group.after} />
                  </>
                )}
              </li>
            ))}
            {at < rings.length - 1 && <li>then watched for {soak}</li>}
          </ul>
        ),
      }))}
    />
  );
}
