import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { StepAction } from '@sphera/plugin-lifecycle-common';
import { type Promotion } from '@sphera/plugin-rollback-common';
import { useState } from 'react';
import { Promoted } from './Promoted';
import { PromoteForm } from './PromoteForm';

// A diff wants more room than a form.
const WIDTH_PX = 760;

/** Shows what a promotion would change, asks why, does it, and shows the commit. */
export function PromoteDialog(props: {
  /** Entity ref. */
  service: string;
  action: Extract<StepAction, { kind: 'promote' }>;
  onClose(): void;
}) {
  const { service, action, onClose } = props;
  const [promotion, setPromotion] = useState<Promotion>();
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
      width={WIDTH_PX}
    >
      <DialogHeader>{action.title}</DialogHeader>
      {promotion ? (
        <>
          <DialogBody>
            <Promoted promotion={promotion} />
          </DialogBody>
          <DialogFooter>
            {/* The button that had the focus is gone with the form. */}
            {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
            <Button size="medium" slot="close" autoFocus>
              Close
            </Button>
          </DialogFooter>
        </>
      ) : (
        <PromoteForm
          service={service}
          from={action.from}
          to={action.to}
          onDone={setPromotion}
        />
      )}
    </Dialog>
  );
}
