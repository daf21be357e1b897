import { Button, DialogBody, DialogFooter, Text } from '@backstage/ui';
import { isDone } from './Step';
import { StepList } from './StepList';
import styles from './steps.module.css';
import { Run } from './useRun';

/** What became of a dialog's calls, where a form cannot say it. */
export function RunStory(props: {
  service: string;
  run: Run;
  /** Makes the calls once more. */
  onAgain(): void;
}) {
  const { service, run } = props;
  const { steps, isRunning } = run;
  const done = steps.filter(isDone).length;
  const canGoBack = steps.some(({ state }) =>
    ['failed', 'stopped'].includes(state),
  );
  const isPartly = steps.some(({ state }) => state === 'partly');
  // Such a call does no harm where it was done already.
  const canRepeat = steps.some(
    step =>
      step.state === 'partly' &&
      step.changes.some(({ change }) => change === undefined),
  );
  return (
    <>
      <DialogBody>
        <div className={styles.body}>
          {steps.length > 1 && (
            <Text role="status">
              {done} of {steps.length} done
            </Text>
          )}
          <StepList service={service} steps={steps} />
        </div>
      </DialogBody>
      <DialogFooter>
        {isRunning && (
          <Button size="medium" variant="secondary" onPress={run.stop}>
            Stop after this one
          </Button>
        )}
        {!isRunning && canGoBack && (
          <Button size="medium" variant="secondary" onPress={run.clear}>
            Back to what was not done
          </Button>
        )}
        {!isRunning && canRepeat && (
          <Button size="medium" variant="secondary" onPress={props.onAgain}>
            Try again for the rest
          </Button>
        )}
        {!isRunning && (
          <Button
            size="medium"
            slot="close"
            variant={isPartly ? 'secondary' : 'primary'}
          >
            Close
          </Button>
        )}
      </DialogFooter>
    </>
  );
}
