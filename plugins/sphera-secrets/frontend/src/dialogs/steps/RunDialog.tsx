import { Dialog, DialogHeader } from '@backstage/ui';
import { ReactNode } from 'react';
import { Run } from './useRun';

const WIDTH_PX = 600;

/**
 * A dialog that makes calls. While several are under way it stays: they can be
 * stopped, not forgotten.
 */
export function RunDialog(props: {
  title: string;
  run: Run;
  onClose(): void;
  children: ReactNode;
}) {
  const { title, run, onClose } = props;
  const isHeld = run.isRunning && run.hasStory;
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && !isHeld && onClose()}
      width={WIDTH_PX}
    >
      <DialogHeader>{title}</DialogHeader>
      {props.children}
    </Dialog>
  );
}
