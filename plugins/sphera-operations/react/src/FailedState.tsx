import { Alert, Button } from '@backstage/ui';
import { isNotAllowed, messageOf } from './messages';

/** Something could not be loaded: what, why, and a button to try again. */
export function FailedState(props: {
  /** What is missing, as the start of a sentence: `Locks`. */
  what: string;
  error: Error;
  onRetry(): void;
}) {
  const { what, error, onRetry } = props;
  if (isNotAllowed(error)) {
    return (
      <Alert
        status="warning"
        icon
        title={`${what} are not open to you`}
        description={messageOf(error)}
      />
    );
  }
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title={`${what} could not be loaded`}
      description={messageOf(error)}
      customActions={
        <Button size="small" variant="secondary" onPress={onRetry}>
          Try again
        </Button>
      }
    />
  );
}
