import { useNow } from '@sphera/plugin-operations-react';
import type { Version } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { useMemo, useRef, useState } from 'react';
import { regionsInWords } from '../parts/placeWords';
import { BarCaption } from './BarCaption';
import { LaneBars } from './LaneBars';
import { lanesOf } from './lanes';
import { Legend } from './Legend';
import { Patterns, usePatternIds } from './Patterns';
import { spanOf } from './scale';
import { TimeAxis } from './TimeAxis';
import styles from './timeline.module.css';
import { useBarKeys } from './useBarKeys';

/** Which version was to run when, region by region; one of the bars is described below. */
export function Timeline(props: {
  versions: readonly Version[];
  /** As people read it. */
  environment: string;
}) {
  const { versions, environment } = props;
  const fleet = useFleet();
  const now = useNow();
  const lanes = useMemo(
    () =>
      lanesOf(
        versions,
        fleet.regions.map(({ name }) => name),
      ),
    [versions, fleet],
  );
  const span = spanOf(lanes, now);
  const all = lanes.flatMap(({ bars }) => bars);
  const [shown, show] = useState<string>();
  const bar =
    all.find(({ id }) => id === shown) ??
    all.find(({ kind }) => kind === 'current') ??
    all.at(-1);
  const frame = useRef<HTMLDivElement>(null);
  const onKeyDown = useBarKeys(frame, lanes, bar, span);
  const patterns = usePatternIds();
  return (
    <div className={styles.timeline}>
      <Patterns ids={patterns} />
      <div
        ref={frame}
        role="listbox"
        tabIndex={-1}
        aria-label={`What was to run in ${environment}, and when`}
        onKeyDown={onKeyDown}
      >
        {lanes.map(lane => (
          <LaneBars
            key={lane.regions.join()}
            lane={lane}
            title={regionsInWords(fleet, lane.regions)}
            span={span}
            now={now}
            shown={bar?.id}
            patterns={patterns}
            onShow={show}
          />
        ))}
      </div>
      <TimeAxis span={span} />
      <Legend patterns={patterns} />
      {bar && <BarCaption bar={bar} now={now} />}
    </div>
  );
}
