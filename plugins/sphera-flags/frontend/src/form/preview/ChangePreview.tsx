import { Text, VisuallyHidden } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { countOf } from '@sphera/plugin-operations-react';
import { FlagValue } from '../../parts/FlagValue';
import type { Compared } from './comparison';
import { linesOf } from './definitionLines';
import { lineChanges } from './lineChanges';
import styles from './preview.module.css';

const MOST_NAMED = 8;
const SIGNS = { gone: '−', new: '+', same: '' };

/** What changes in which clusters: the value before and after, and line by line. */
export function ChangePreview(props: { groups: Compared[] }) {
  const { groups } = props;
  const changing = groups.filter(({ isSame }) => !isSame);
  const staying = groups
    .filter(({ isSame }) => isSame)
    .flatMap(({ clusters }) => clusters);
  return (
    <section aria-label="What changes" className={styles.preview}>
      {changing.map(group => (
        <Change key={group.clusters[0]} group={group} />
      ))}
      {staying.length > 0 && (
        <Text color="secondary">
          {countOf(staying.length, 'cluster has', 'clusters have')} this
          already: {named(staying)}.
        </Text>
      )}
      {groups.length === 0 && (
        <Text color="secondary">No cluster is chosen.</Text>
      )}
    </section>
  );
}

function Change({ group }: { group: Compared }) {
  const { clusters, before, after } = group;
  const lines = lineChanges(
    linesOf(group.definitionBefore),
    linesOf(group.definitionAfter),
  );
  return (
    <div className={styles.change}>
      <p className={styles.values}>
        <FlagValue value={before} />
        <RiArrowRightLine size={16} aria-label="becomes" role="img" />
        <strong>
          <FlagValue value={after} />
        </strong>
      </p>
      <Text as="p">
        {countOf(clusters.length, 'cluster', 'clusters')}: {named(clusters)}
      </Text>
      <details className={styles.details}>
        <summary>Line by line</summary>
        <ul className={styles.lines}>
          {lines.map(({ kind, line }, at) => (
            <li key={at} data-kind={kind}>
              <span aria-hidden>{SIGNS[kind]}</span>
              {kind !== 'same' && <VisuallyHidden>{kind}: </VisuallyHidden>}
              {line}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function named(clusters: string[]): string {
  const rest = clusters.length - MOST_NAMED;
  const first = clusters.slice(0, MOST_NAMED).join(', ');
  return rest > 0 ? `${first} and ${rest} more` : first;
}
