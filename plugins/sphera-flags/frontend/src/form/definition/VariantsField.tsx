import { Button, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import type { DefinitionDraft, VariantDraft } from '../draft/DefinitionDraft';
import type { Problems } from '../draft/Problems';
import { withoutVariant, withVariant } from '../draft/variantRows';
import styles from './definition.module.css';
import { VariantRow } from './VariantRow';

const MOST_VARIANTS = 50;

/** The variants of a flag: a name and a value each. Those of a boolean are ready-made. */
export function VariantsField(props: {
  draft: DefinitionDraft;
  onChange(draft: DefinitionDraft): void;
  problems: Problems;
}) {
  const { draft, onChange, problems } = props;
  const { variants, type } = draft;
  if (type === 'boolean') {
    return (
      <Text color="secondary">
        True or false: the variants are called{' '}
        {variants.map(({ name, text }) => `${name} (${text})`).join(' and ')}.
      </Text>
    );
  }
  const change = (key: string, part: Partial<VariantDraft>) =>
    onChange({
      ...draft,
      variants: variants.map(one =>
        one.key === key ? { ...one, ...part } : one,
      ),
    });
  return (
    <>
      <div role="group" aria-label="Variants" className={styles.rows}>
        {variants.map((variant, at) => (
          <VariantRow
            key={variant.key}
            number={at + 1}
            variant={variant}
            type={type}
            onChange={part => change(variant.key, part)}
            onRemove={
              variants.length > 1
                ? () => onChange(withoutVariant(draft, variant.key))
                : undefined
            }
            problems={problems}
          />
        ))}
      </div>
      <div>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          isDisabled={variants.length >= MOST_VARIANTS}
          onPress={() => onChange(withVariant(draft))}
        >
          Add a variant
        </Button>
      </div>
    </>
  );
}
