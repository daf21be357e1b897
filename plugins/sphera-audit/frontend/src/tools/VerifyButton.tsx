import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { verify } from '@sphera/plugin-audit-common';
import {
  OperationButton,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { RiShieldCheckLine } from '@remixicon/react';
import { useState } from 'react';
import { VerificationResult } from './VerificationResult';

/** Checks that nobody changed the log, and says what came of it. */
export function VerifyButton() {
  const [isOpen, setOpen] = useState(false);
  const answer = useOperationMutation(verify, { quiet: true });
  const run = () => {
    setOpen(true);
    answer.mutate({});
  };
  return (
    <>
      <OperationButton
        operation={verify}
        target={{}}
        size="small"
        variant="secondary"
        iconStart={<RiShieldCheckLine size={16} />}
        onPress={run}
      >
        Verify
      </OperationButton>
      <Dialog isOpen={isOpen} onOpenChange={setOpen} isDismissable width={560}>
        <DialogHeader>Is the log as it was written?</DialogHeader>
        <DialogBody>
          <VerificationResult
            verification={answer.data}
            error={answer.error}
            onRetry={run}
          />
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" onPress={() => setOpen(false)}>
            Close
          </Button>
        </DialogFooter>
      </Dialog>
    </>
  );
}
