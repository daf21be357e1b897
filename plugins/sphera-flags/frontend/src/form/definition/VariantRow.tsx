import { ButtonIcon, TextAreaField, TextField } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import type { FlagType } from '@sphera/plugin-flags-common';
import type { VariantDraft } from '../draft/DefinitionDraft';
import { type Problems, shownAt } from '../draft/Problems';
import styles from './definition.module.css';

/** One variant: its name, and the value that applications get. */
export function VariantRow(props: {
  /** From 1, for who cannot see where it stands. */
  number: number;
  variant: VariantDraft;
  type: FlagType;
  onChange(change: Partial<VariantDraft>): void;
  /** Absent: it is the last one. */
  onRemove?(): void;
  problems: Problems;
}) {
  const { number, variant, type, onChange, onRemove, problems } = props;
  const { key, name, text } = variant;
  const value = {
    value: text,
    onChange: (written: string) => onChange({ text: written }),
    size: 'medium' as const,
    autoComplete: 'off',
    spellCheck: 'false' as const,
    ...shownAt(problems, `${key}.value`),
  };
  return (
    <div className={styles.variant}>
      <TextField
        label={`Variant ${number}`}
        size="medium"
        autoComplete="off"
        spellCheck="false"
        value={name}
        onChange={written => onChange({ name: written })}
        {...shownAt(problems, `${key}.name`)}
      />
      {type === 'object' ? (
        <TextAreaField label={`Value ${number}`} rows={3} {...value} />
      ) : (
        <TextField label={`Value ${number}`} {...value} />
      )}
      <ButtonIcon
        aria-label={`Remove variant ${name || number}`}
        size="medium"
        variant="tertiary"
        icon={<RiDeleteBinLine />}
        isDisabled={!onRemove}
        onPress={onRemove}
      />
    </div>
  );
}
