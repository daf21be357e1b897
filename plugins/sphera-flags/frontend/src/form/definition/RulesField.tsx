import { Button, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  type DefinitionDraft,
  nextKey,
  type RuleDraft,
} from '../draft/DefinitionDraft';
import type { Problems } from '../draft/Problems';
import styles from './definition.module.css';
import { RuleRow } from './RuleRow';
import { ServedField } from './ServedField';

const MOST_RULES = 50;

/** Rules that are tried in order: the first that matches decides, and there is a rest. */
export function RulesField(props: {
  draft: DefinitionDraft;
  onChange(change: Partial<DefinitionDraft>): void;
  problems: Problems;
}) {
  const { draft, onChange, problems } = props;
  const { rules, variants } = draft;
  const setRules = (changed: RuleDraft[]) => onChange({ rules: changed });
  const move = (at: number, by: number) => {
    const moved = rules.filter((_, index) => index !== at);
    moved.splice(at + by, 0, rules[at]);
    setRules(moved);
  };
  return (
    <>
      <ol className={styles.rules} aria-label="Rules">
        {rules.map((rule, at) => (
          <RuleRow
            key={rule.key}
            number={at + 1}
            rule={rule}
            variants={variants}
            problems={problems}
            onChange={part =>
              setRules(
                rules.map(one => (one === rule ? { ...one, ...part } : one)),
              )
            }
            onRemove={() => setRules(rules.filter(one => one !== rule))}
            onUp={at > 0 ? () => move(at, -1) : undefined}
            onDown={at < rules.length - 1 ? () => move(at, 1) : undefined}
          />
        ))}
      </ol>
      <div className={styles.add}>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          isDisabled={rules.length >= MOST_RULES}
          onPress={() => setRules([...rules, newRule(draft)])}
        >
          Add a rule
        </Button>
        {problems.rules && (
          <Text role="alert" color="danger" variant="body-small">
            {problems.rules}
          </Text>
        )}
      </div>
      <ServedField
        label={rules.length > 0 ? 'Everybody else gets' : 'Everybody gets'}
        value={draft.otherwise}
        onChange={otherwise => onChange({ otherwise })}
        variants={variants}
        maySplit
        problem={problems.otherwise}
      />
    </>
  );
}

function newRule({ variants }: DefinitionDraft): RuleDraft {
  return {
    key: nextKey(),
    attribute: '',
    operator: 'is',
    values: '',
    serve: variants[0]?.key ?? '',
  };
}
