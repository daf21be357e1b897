import { Switch } from '@backstage/ui';
import { FieldMessage, Section } from '@sphera/plugin-operations-react';
import { type DefinitionDraft, type Way, WAYS } from '../draft/DefinitionDraft';
import type { Problems } from '../draft/Problems';
import { RulesField } from './RulesField';
import { ServedField } from './ServedField';
import { SplitField } from './SplitField';
import { TargetingText } from './TargetingText';
import { VariantsField } from './VariantsField';
import { WayChoice } from './WayChoice';

const ABOUT_ANSWERS = ['percentages', 'defaultVariant', 'state'];

/** What a flag can answer with, and who gets what. */
export function DefinitionFields(props: {
  draft: DefinitionDraft;
  onChange(draft: DefinitionDraft): void;
  /** Those that are shown. */
  problems: Problems;
  /** What came of the last try. */
  error: Error | null;
}) {
  const { draft, onChange, problems, error } = props;
  const { variants } = draft;
  const isText = draft.isEnabled && draft.way === 'text';
  const change = (part: Partial<DefinitionDraft>) =>
    onChange({ ...draft, ...part });
  const fields: Record<Way, JSX.Element> = {
    everybody: (
      <ServedField
        label="Everybody gets"
        value={draft.everybody}
        onChange={served => change({ everybody: served as string })}
        variants={variants}
        problem={problems.everybody}
      />
    ),
    split: (
      <SplitField
        label="Shares"
        value={draft.split}
        onChange={split => change({ split })}
        variants={variants}
        problem={problems.split}
      />
    ),
    rules: <RulesField draft={draft} onChange={change} problems={problems} />,
    text: (
      <TargetingText
        draft={draft}
        onChange={change}
        problems={problems}
        error={error}
      />
    ),
  };
  return (
    <>
      <Section title="What it answers with">
        <VariantsField draft={draft} onChange={onChange} problems={problems} />
        <FieldMessage error={error} fields={['variants', 'type']} />
      </Section>
      <Section title="Who gets what">
        <Switch
          label="Enabled"
          isSelected={draft.isEnabled}
          onChange={isEnabled => change({ isEnabled })}
        />
        {draft.isEnabled ? (
          <>
            <WayChoice
              ways={WAYS}
              value={draft.way}
              onChange={way => change({ way })}
            />
            {fields[draft.way]}
          </>
        ) : (
          'While it is disabled, applications use the default of their own code. What is set here is kept for later.'
        )}
        <FieldMessage
          error={error}
          // As text, targeting has a field of its own.
          fields={isText ? ABOUT_ANSWERS : ['targeting', ...ABOUT_ANSWERS]}
        />
      </Section>
    </>
  );
}
