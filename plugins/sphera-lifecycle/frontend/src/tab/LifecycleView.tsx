import { Text } from '@backstage/ui';
import type { Lifecycle, Stage } from '@sphera/plugin-lifecycle-common';
import { type ReactNode, useRef, useState } from 'react';
import { Path } from '../path/Path';
import { StageSection, wantsToBeSeen } from '../stages/StageSection';
import { Standing } from './Standing';
import styles from './tab.module.css';

/** A life cycle: in a sentence, drawn, and step by step. */
export function LifecycleView(props: {
  lifecycle: Lifecycle;
  /** Said above it: it may be old, and nobody must take it for what is. */
  failure?: ReactNode;
}) {
  const { lifecycle, failure } = props;
  const { stages, service } = lifecycle;
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const list = useRef<HTMLDivElement>(null);
  const toggle = (name: string, isOpen: boolean) =>
    setToggled(now => ({ ...now, [name]: isOpen }));
  const show = (name: string) => {
    toggle(name, true);
    const wanted = [...list.current!.querySelectorAll('[data-stage]')].find(
      one => one.getAttribute('data-stage') === name,
    );
    const summary = wanted?.querySelector<HTMLElement>('summary');
    summary?.focus({ preventScroll: true });
    wanted?.scrollIntoView?.({ block: 'start', behavior: 'smooth' });
  };
  const section = (stage: Stage) => (
    <StageSection
      key={stage.name}
      service={service}
      stage={stage}
      isOpen={toggled[stage.name]}
      onToggle={isOpen => toggle(stage.name, isOpen)}
    />
  );
  return (
    <div className={styles.tab}>
      {failure}
      <Standing lifecycle={lifecycle} />
      <Path stages={stages} onShow={show} />
      <div ref={list} className={styles.stages}>
        {/* What is to do is in sight at once; the path above has the order. */}
        {stages.filter(wantsToBeSeen).map(section)}
        <Text as="h2" variant="body-medium" color="secondary">
          Other stages
        </Text>
        {stages.filter(stage => !wantsToBeSeen(stage)).map(section)}
      </div>
    </div>
  );
}
