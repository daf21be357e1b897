import { Button } from '@backstage/ui';
import { RiCheckLine, RiLinkM } from '@remixicon/react';
import type { Target } from '@sphera/plugin-operations-common';
import { OperationButton, useCopy } from '@sphera/plugin-operations-react';
import {
  cancelRollback,
  type Rollback,
  rollForward,
} from '@sphera/plugin-rollback-common';
import { useState } from 'react';
import { CancelDialog } from './CancelDialog';
import { RollForwardDialog } from './RollForwardDialog';
import styles from './progress.module.css';

/** What one can do about a rollback: share it, stop it, take it back. */
export function ProgressActions(props: { rollback: Rollback }) {
  const { rollback } = props;
  const { canCancel, canRollForward } = rollback;
  const [open, setOpen] = useState<'cancel' | 'forward'>();
  const target = targetOf(rollback);
  return (
    <div className={styles.actions}>
      <CopyLink />
      {canCancel && (
        <OperationButton
          operation={cancelRollback}
          target={target}
          variant="secondary"
          size="medium"
          onPress={() => setOpen('cancel')}
        >
          Cancel rollback…
        </OperationButton>
      )}
      {canRollForward && (
        <OperationButton
          operation={rollForward}
          target={target}
          variant="secondary"
          size="medium"
          onPress={() => setOpen('forward')}
        >
          Roll forward…
        </OperationButton>
      )}
      {open === 'cancel' && (
        <CancelDialog rollback={rollback} onClose={() => setOpen(undefined)} />
      )}
      {open === 'forward' && (
        <RollForwardDialog
          rollback={rollback}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}

/** For the incident channel: whoever follows it sees what one sees here. */
function CopyLink() {
  const { origin, pathname } = window.location;
  const { isDone, copy } = useCopy(`${origin}${pathname}`);
  return (
    <Button
      variant="secondary"
      size="medium"
      iconStart={isDone ? <RiCheckLine /> : <RiLinkM />}
      onPress={copy}
    >
      {isDone ? 'Copied' : 'Copy link'}
    </Button>
  );
}

function targetOf({ service, environment, regions }: Rollback): Target {
  return {
    service,
    environment,
    region: regions.length === 1 ? regions[0] : undefined,
  };
}
