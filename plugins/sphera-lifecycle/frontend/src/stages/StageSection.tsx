import { Box, Text } from '@backstage/ui';
import type { Stage } from '@sphera/plugin-lifecycle-common';
import { stationOf } from '../path/stationOf';
import { StepItem } from './StepItem';
import styles from './stages.module.css';

/** A stage with what it asks for: open where there is something to do, until somebody says otherwise. */
export function StageSection(props: {
  /** Entity ref. */
  service: string;
  stage: Stage;
  /** What somebody chose; absent: nobody has. */
  isOpen?: boolean;
  onToggle(isOpen: boolean): void;
}) {
  const { service, stage, isOpen = wantsToBeSeen(stage), onToggle } = props;
  const { name, title, description, steps } = stage;
  const { kind, words } = stationOf(stage);
  return (
    <Box bg="neutral" className={styles.stage} data-stage={name}>
      <details
        open={isOpen}
        onToggle={event => {
          const now = event.currentTarget.open;
          if (now !== isOpen) onToggle(now);
        }}
      >
        <summary className={styles.summary}>
          <Text as="h3" variant="body-large" weight="bold">
            {title}
          </Text>
          <span className={styles.state} data-kind={kind}>
            {words}
          </span>
        </summary>
        {description && (
          <Text as="p" color="secondary">
            {description}
          </Text>
        )}
        {/* Ten stages have many facts: drawn when somebody looks. */}
        {isOpen && (
          <ul className={styles.steps} aria-label={`Steps of ${title}`}>
            {steps.map(step => (
              <StepItem key={step.name} service={service} step={step} />
            ))}
          </ul>
        )}
      </details>
    </Box>
  );
}

/** Whether a stage has something to do, or is where the service is now. */
export function wantsToBeSeen({ state, steps }: Stage): boolean {
  const asksForSomething = (step: Stage['steps'][number]) =>
    ['broken', 'open', 'asked', 'rejected'].includes(step.state);
  return state === 'present' || steps.some(asksForSomething);
}
