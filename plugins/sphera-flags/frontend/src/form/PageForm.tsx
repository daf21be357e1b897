import { Alert, Box, Button, Container, Text } from '@backstage/ui';
import { messageOf, problemsOf } from '@sphera/plugin-operations-react';
import { type FormEvent, type ReactNode, useId } from 'react';
import styles from './PageForm.module.css';

const INVALID = '[aria-invalid="true"], [data-invalid="true"] input';

/** A page that is a form: what one decides on one side; on the other what it comes to, why, and the button, always in sight. */
export function PageForm(props: {
  title: ReactNode;
  /** What one should know before. */
  note?: ReactNode;
  fields: ReactNode;
  /** What it comes to. */
  deed: ReactNode;
  submitLabel: string;
  /** Why it cannot be sent as it stands, as a sentence; the button rests. */
  obstacle?: string;
  /** What is wrong was shown at its field: that is said at the button, too. */
  hasProblems: boolean;
  error: Error | null;
  isPending: boolean;
  onSubmit(): void;
  /** Where one gets without doing anything. */
  back: ReactNode;
}) {
  const { error, isPending, obstacle, hasProblems, onSubmit } = props;
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending || obstacle) return;
    const form = event.currentTarget;
    onSubmit();
    // Once it is drawn: whoever does not see the page hears what is wrong.
    setTimeout(() => form.querySelector<HTMLElement>(INVALID)?.focus());
  };
  const isWrong = hasProblems || problemsOf(error).length > 0;
  const hint =
    obstacle ??
    (isWrong
      ? 'Something is not right yet: see the fields that are marked.'
      : undefined);
  return (
    <main>
      <Container>
        <form noValidate onSubmit={submit} className={styles.form}>
          <Text as="h2" variant="title-small" weight="bold">
            {props.title}
          </Text>
          {props.note}
          <div className={styles.columns}>
            <div className={styles.fields}>{props.fields}</div>
            <Box bg="neutral" className={styles.deed}>
              {error && problemsOf(error).length === 0 && (
                <Alert
                  status="danger"
                  icon
                  role="alert"
                  title={messageOf(error)}
                />
              )}
              {props.deed}
              <div className={styles.buttons}>
                <Button
                  type="submit"
                  size="medium"
                  isPending={isPending}
                  isDisabled={Boolean(obstacle)}
                  aria-describedby={hint && id}
                >
                  {props.submitLabel}
                </Button>
                {props.back}
              </div>
              {hint && (
                <Text
                  id={id}
                  as="p"
                  color={obstacle ? 'secondary' : 'danger'}
                  variant="body-small"
                >
                  {hint}
                </Text>
              )}
            </Box>
          </div>
        </form>
      </Container>
    </main>
  );
}
