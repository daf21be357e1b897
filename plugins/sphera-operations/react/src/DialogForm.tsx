import { Alert, Button, DialogBody, DialogFooter } from '@backstage/ui';
import { FormEvent, ReactNode } from 'react';
import styles from './DialogForm.module.css';
import { messageOf, problemsOf } from './messages';

const INVALID = '[aria-invalid="true"]';

/** What a form in a dialog is made of. */
export interface DialogFormProps {
  /** What the submitting button says: the deed, not "OK". */
  submitLabel: string;
  destructive?: boolean;
  /** What came of the last try. */
  error: Error | null;
  isPending: boolean;
  isDisabled?: boolean;
  onSubmit(): void;
  children: ReactNode;
}

/**
 * Fields and buttons of a dialog; Enter submits, and a field that is found wrong
 * then has the focus. Problems with a field belong at
 * the field; what else went wrong is said here.
 */
export function DialogForm(props: DialogFormProps) {
  const { error, isPending, isDisabled } = props;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending || isDisabled) return;
    const form = event.currentTarget;
    props.onSubmit();
    // Once it is drawn: whoever does not see the page hears what is wrong.
    setTimeout(() => form.querySelector<HTMLElement>(INVALID)?.focus());
  };
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      <DialogBody>
        <div className={styles.fields}>
          {error && problemsOf(error).length === 0 && (
            <Alert status="danger" icon role="alert" title={messageOf(error)} />
          )}
          {props.children}
        </div>
      </DialogBody>
      <DialogFooter className={styles.buttons}>
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
  );
}
