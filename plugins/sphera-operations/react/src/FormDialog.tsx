import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { FormEvent, ReactNode } from 'react';
import styles from './FormDialog.module.css';
import { messageOf, problemsOf } from './messages';

const WIDTH_PX = 520;

/**
 * A dialog that asks for what an operation needs. Enter submits, Escape closes,
 * the focus returns to where it was. Problems with a field belong at the field;
 * what else went wrong is said here.
 */
export function FormDialog(props: {
  title: string;
  /** What the submitting button says: the deed, not "OK". */
  submitLabel: string;
  destructive?: boolean;
  /** What came of the last try. */
  error: Error | null;
  isPending: boolean;
  isDisabled?: boolean;
  onSubmit(): void;
  onClose(): void;
  children: ReactNode;
}) {
  const { error, isPending, isDisabled } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending && !isDisabled) props.onSubmit();
  };
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={WIDTH_PX}
    >
      <DialogHeader>{props.title}</DialogHeader>
      <form noValidate onSubmit={submit} className={styles.form}>
        <DialogBody>
          <div className={styles.fields}>
            {error && problemsOf(error).length === 0 && (
              <Alert
                status="danger"
                icon
                role="alert"
                title={messageOf(error)}
              />
            )}
            {props.children}
          </div>
        </DialogBody>
        <DialogFooter>
          <Button variant="secondary" size="medium" slot="close">
            Cancel
          </Button>
          <Button
            type="submit"
            size="medium"
            destructive={props.destructive}
            isPending={isPending}
            isDisabled={isDisabled}
          >
            {props.submitLabel}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
