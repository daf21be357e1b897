import { Select } from '@backstage/ui';
import type { Served } from '@sphera/plugin-flags-common';
import type { VariantDraft } from '../draft/DefinitionDraft';
import { SplitField } from './SplitField';

const SPLIT = ' split';
const ALL_PERCENT = 100;

/** What is served: a variant, or where `maySplit` a split of everybody. */
export function ServedField(props: {
  label: string;
  /** By the keys of variants. */
  value: Served;
  onChange(value: Served): void;
  variants: VariantDraft[];
  maySplit?: boolean;
  /** What is wrong with it, as a sentence. */
  problem?: string;
}) {
  const { label, value, onChange, variants, maySplit, problem } = props;
  const isSplit = typeof value !== 'string';
  const choose = (key: string) =>
    onChange(key === SPLIT ? firstSplit(value, variants) : key);
  const split = { id: SPLIT, label: 'A share of them each' };
  return (
    <>
      <Select
        label={label}
        size="medium"
        placeholder="Choose a variant"
        options={[
          ...variants.map(one => ({ id: one.key, label: one.name || '…' })),
          ...(maySplit ? [split] : []),
        ]}
        value={isSplit ? SPLIT : value || null}
        onChange={key => choose(String(key))}
        validationBehavior="aria"
        validate={() => (!isSplit && problem) || true}
      />
      {isSplit && (
        <SplitField
          label={`Shares: ${label}`}
          value={value}
          onChange={onChange}
          variants={variants}
          problem={problem}
        />
      )}
    </>
  );
}

function firstSplit(
  value: Served,
  variants: VariantDraft[],
): Record<string, number> {
  return Object.fromEntries(
    variants.map(({ key }) => [key, key === value ? ALL_PERCENT : 0]),
  );
}
