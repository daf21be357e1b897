import { DialogForm, DialogFormProps } from '@sphera/plugin-operations-react';
import { RunStory } from './RunStory';
import { Run } from './useRun';

/**
 * A form that ends in one call or several. Where nothing was done, one can try
 * again; where more is to be said, it tells what became of each call.
 */
export function RunForm(
  props: Omit<DialogFormProps, 'error' | 'isPending'> & {
    service: string;
    run: Run;
    /** What is said above the fields. Default: why nothing was done. */
    error?: Error | null;
  },
) {
  const { service, run, ...form } = props;
  return run.hasStory ? (
    <RunStory service={service} run={run} onAgain={form.onSubmit} />
  ) : (
    <DialogForm error={run.error} {...form} isPending={run.isRunning} />
  );
}
