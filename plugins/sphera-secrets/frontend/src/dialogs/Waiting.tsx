import { Button, DialogBody, DialogFooter, Skeleton } from '@backstage/ui';
import { FailedState } from '@sphera/plugin-operations-react';

/** A dialog that does not know yet what it needs, or could not find out. */
export function Waiting(props: {
  /** What is missing, as the start of a sentence: `The standard`. */
  what: string;
  error: Error | null;
  onRetry(): void;
}) {
  return (
    <>
      <DialogBody>
        {props.error ? (
          <FailedState {...props} error={props.error} />
        ) : (
          <div role="status" aria-label="Loading">
            <Skeleton height="14rem" />
          </div>
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" size="medium" slot="close">
          Cancel
        </Button>
      </DialogFooter>
    </>
  );
}
