import { ButtonIcon, Select, TextField } from '@backstage/ui';
import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import { RULE_OPERATORS, type RuleOperator } from '@sphera/plugin-flags-common';
import type { RuleDraft, VariantDraft } from '../draft/DefinitionDraft';
import { type Problems, shownAt } from '../draft/Problems';
import styles from './definition.module.css';
import { ServedField } from './ServedField';

/** One rule: whose attribute compares gets this. */
export function RuleRow(props: {
  /** From 1. */
  number: number;
  rule: RuleDraft;
  variants: VariantDraft[];
  problems: Problems;
  onChange(change: Partial<RuleDraft>): void;
  onRemove(): void;
  /** Absent: it is the first. */
  onUp?(): void;
  /** Absent: it is the last. */
  onDown?(): void;
}) {
  const { number, rule, variants, problems, onChange } = props;
  const { key, attribute, operator, values, serve } = rule;
  const field = {
    size: 'medium' as const,
    autoComplete: 'off',
    spellCheck: 'false' as const,
  };
  return (
    <li className={styles.rule} aria-label={`Rule ${number}`}>
      <div className={styles.condition}>
        <TextField
          {...field}
          {...shownAt(problems, `${key}.attribute`)}
          label="Where"
          placeholder="country"
          value={attribute}
          onChange={written => onChange({ attribute: written })}
        />
        <Select
          label="Compares"
          size="medium"
          options={RULE_OPERATORS.map(one => ({ id: one, label: one }))}
          value={operator}
          onChange={one => onChange({ operator: one as RuleOperator })}
        />
        <TextField
          {...field}
          {...shownAt(problems, `${key}.values`)}
          label={takesOne(operator) ? 'Value' : 'Values'}
          description={takesOne(operator) ? undefined : 'Commas between them'}
          placeholder={operator === 'at least version' ? '4.2.0' : 'DE'}
          value={values}
          onChange={written => onChange({ values: written })}
        />
      </div>
      <div className={styles.serve}>
        <ServedField
          label="They get"
          value={serve}
          onChange={served => onChange({ serve: served })}
          variants={variants}
          maySplit
          problem={problems[`${key}.serve`]}
        />
      </div>
      <RowButtons {...props} />
    </li>
  );
}

function takesOne(operator: RuleOperator): boolean {
  return operator === 'is' || operator === 'at least version';
}

function RowButtons(props: {
  number: number;
  onRemove(): void;
  onUp?(): void;
  onDown?(): void;
}) {
  const { number, onRemove, onUp, onDown } = props;
  const button = { size: 'small' as const, variant: 'tertiary' as const };
  return (
    <div className={styles.rowButtons}>
      <ButtonIcon
        {...button}
        aria-label={`Move rule ${number} up`}
        icon={<RiArrowUpLine />}
        isDisabled={!onUp}
        onPress={onUp}
      />
      <ButtonIcon
        {...button}
        aria-label={`Move rule ${number} down`}
        icon={<RiArrowDownLine />}
        isDisabled={!onDown}
        onPress={onDown}
      />
      <ButtonIcon
        {...button}
        aria-label={`Remove rule ${number}`}
        icon={<RiDeleteBinLine />}
        onPress={onRemove}
      />
    </div>
  );
}
