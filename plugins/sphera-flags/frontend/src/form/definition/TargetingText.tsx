import { Link, Text, TextAreaField } from '@backstage/ui';
import { fieldProblem } from '@sphera/plugin-operations-react';
import type { DefinitionDraft } from '../draft/DefinitionDraft';
import type { Problems } from '../draft/Problems';
import styles from './definition.module.css';
import { ServedField } from './ServedField';

const ROWS = 10;
const REFERENCE = 'https://flagd.dev/reference/flag-definitions/';

/** Targeting as flagd reads it, for what the rules of the form cannot say. */
export function TargetingText(props: {
  draft: DefinitionDraft;
  onChange(change: Partial<DefinitionDraft>): void;
  problems: Problems;
  /** What came of the last try. */
  error: Error | null;
}) {
  const { draft, onChange, problems, error } = props;
  const refused = fieldProblem(error, 'targeting');
  return (
    <>
      <TextAreaField
        label="Targeting"
        description="JsonLogic that answers with the name of a variant. Empty: everybody gets the default."
        className={styles.code}
        size="medium"
        rows={ROWS}
        spellCheck="false"
        value={draft.text}
        onChange={text => onChange({ text })}
        validationBehavior="aria"
        validate={() => problems.text ?? refused.validate()}
      />
      <Text color="secondary" variant="body-small">
        What is possible is in the{' '}
        <Link href={REFERENCE} target="_blank">
          reference of flagd
        </Link>
        .
      </Text>
      <ServedField
        label="By default"
        value={draft.defaultVariant}
        onChange={served => onChange({ defaultVariant: served as string })}
        variants={draft.variants}
        problem={problems.defaultVariant}
      />
    </>
  );
}
