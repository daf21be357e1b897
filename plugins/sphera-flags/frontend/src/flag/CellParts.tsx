import { titleOf } from '@sphera/plugin-fleet-common';
import type { Cell, CellState } from '@sphera/plugin-flags-common';
import { asSentence, TimeAgo } from '@sphera/plugin-operations-react';
import { useFleet } from '@sphera/plugin-services-react';
import { CellMark } from '../parts/CellMark';
import { FlagValue, NOT_THERE } from '../parts/FlagValue';
import styles from './CellParts.module.css';

/** States whose sentence says since when it is so, and those where it does not matter. */
const SAYS_SINCE_WHEN = new Set<CellState>([
  'in-step',
  'absent',
  'refused',
  'on-its-way',
]);

/** Which cluster, and where it stands. */
export function CellPlace(props: { cell: Cell; isNamed: boolean }) {
  const { cluster, environment, region } = props.cell;
  const { environments, regions } = useFleet();
  return (
    <>
      <span className={styles.cluster} data-named={props.isNamed || undefined}>
        {cluster}
      </span>
      <span className={styles.small}>
        {titleOf(environments, environment)}, {titleOf(regions, region)}
      </span>
    </>
  );
}

/** How a flag stands in a cluster, why, and since when. */
export function CellStanding(props: { cell: Cell }) {
  const { state, sentence, since } = props.cell;
  // The sentence of a silent cluster tells no more, and stands still.
  const isCounting = state === 'silent' && since !== undefined;
  return (
    <>
      <CellMark state={state} />
      {sentence && !isCounting && (
        <span className={styles.why}>{asSentence(sentence)}</span>
      )}
      {since && !SAYS_SINCE_WHEN.has(state) && (
        <span className={styles.small}>
          {isCounting && 'last heard '}
          <TimeAgo time={since} />
        </span>
      )}
    </>
  );
}

/** What a cluster was told, or what it told, and when. */
export function CellTold(props: { of: Cell['wanted'] | Cell['reported'] }) {
  const { of } = props;
  if (!of) return <FlagValue value={NOT_THERE} />;
  return (
    <>
      <FlagValue value={of.value} />
      <span className={styles.small}>
        {of.revision === null ? 'not ours' : `revision ${of.revision}`},{' '}
        <TimeAgo time={of.at} />
      </span>
    </>
  );
}
