import { Box } from '@backstage/ui';
import type { Stage } from '@sphera/plugin-lifecycle-common';
import styles from './path.module.css';
import { stationOf } from './stationOf';
import { StationSign } from './StationSign';

/** The path of a service, drawn: what is behind it, where it is, what is to come. Each stage leads to what it asks for. */
export function Path(props: {
  stages: readonly Stage[];
  onShow(stage: string): void;
}) {
  return (
    <Box bg="neutral" className={styles.frame}>
      <ol className={styles.path} aria-label="Path">
        {props.stages.map(stage => (
          <StageStation key={stage.name} stage={stage} onShow={props.onShow} />
        ))}
      </ol>
    </Box>
  );
}

function StageStation(props: { stage: Stage; onShow(stage: string): void }) {
  const { stage, onShow } = props;
  const station = stationOf(stage);
  return (
    <li
      className={styles.station}
      data-kind={station.kind}
      data-behind={stage.state === 'done' || undefined}
      aria-current={stage.state === 'present' ? 'step' : undefined}
    >
      <button
        type="button"
        className={styles.button}
        onClick={() => onShow(stage.name)}
      >
        <StationSign station={station} />
        <span className={styles.words}>
          <span className={styles.title}>{stage.title}</span>{' '}
          <span className={styles.state}>{station.words}</span>
        </span>
      </button>
    </li>
  );
}
