import { NumberField, Text } from '@backstage/ui';
import { useId } from 'react';
import type { VariantDraft } from '../draft/DefinitionDraft';
import styles from './definition.module.css';
import { ShareBar } from './ShareBar';

const ALL_PERCENT = 100;

/** How many percent get which variant, drawn as a bar; of two, one follows the other. */
export function SplitField(props: {
  label: string;
  /** Percent by the key of a variant; NaN: nothing is written. */
  value: Record<string, number>;
  onChange(value: Record<string, number>): void;
  variants: VariantDraft[];
  /** What is wrong with it, as a sentence. */
  problem?: string;
}) {
  const { label, value, onChange, variants, problem } = props;
  const problemId = useId();
  const change = (key: string, percent: number) => {
    const others = variants.filter(one => one.key !== key);
    const rest = others.length === 1 && percent <= ALL_PERCENT;
    onChange({
      ...value,
      [key]: percent,
      ...(rest && { [others[0].key]: ALL_PERCENT - percent }),
    });
  };
  const name = ({ key }: VariantDraft) =>
    variants.find(one => one.key === key)?.name ?? '';
  return (
    <div
      role="group"
      aria-label={label}
      aria-describedby={problem && problemId}
      className={styles.split}
    >
      <ShareBar
        shares={variants.map(one => ({
          name: name(one),
          percent: value[one.key] ?? 0,
        }))}
      />
      <div className={styles.shares}>
        {variants.map(one => (
          <NumberField
            key={one.key}
            label={`% ${name(one)}`}
            size="medium"
            minValue={0}
            maxValue={ALL_PERCENT}
            step={1}
            value={value[one.key] ?? 0}
            onChange={percent => change(one.key, percent)}
            isInvalid={Boolean(problem)}
          />
        ))}
      </div>
      <div id={problemId} aria-live="polite">
        {problem && (
          <Text as="p" color="danger" variant="body-small">
            {problem}
          </Text>
        )}
      </div>
      <Text color="secondary" variant="body-small">
        Each person keeps what they got: who has a variant at 10 % has it at 20
        %. Applications have to say who asks (the targeting key).
      </Text>
    </div>
  );
}
