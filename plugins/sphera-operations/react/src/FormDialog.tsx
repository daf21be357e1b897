import { Dialog, DialogHeader } from '@backstage/ui';
import { DialogForm, DialogFormProps } from './DialogForm';

const WIDTH_PX = 520;

/**
 * A dialog that asks for what an operation needs. Enter submits, Escape closes,
 * the focus returns to where it was.
 */
export function FormDialog(
  props: DialogFormProps & { title: string; onClose(): void },
) {
  const { title, onClose, ...form } = props;
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && onClose()}
      width={WIDTH_PX}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogForm {...form} />
    </Dialog>
  );
}
