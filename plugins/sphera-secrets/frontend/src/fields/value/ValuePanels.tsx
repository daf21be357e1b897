import { Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import type { StandardAnswer } from '@sphera/plugin-secrets-common';
import { ReactNode } from 'react';
import { GeneratedValue } from './GeneratedValue';
import { PastedValue } from './PastedValue';
import { TypedValue } from './TypedValue';
import styles from './value.module.css';
import { ValueDraft, ValueWay } from './ValueDraft';

const TITLES: Record<ValueWay, string> = {
  keep: 'Keep',
  type: 'Type',
  generate: 'Generate',
  paste: 'Paste',
};

/** One more way to values that is offered beside those to a single one. */
export interface FurtherWay {
  id: string;
  title: string;
  panel: ReactNode;
}

/** The ways to a value, one beside the other. */
export function ValuePanels(props: {
  ways: ValueWay[];
  further?: FurtherWay[];
  /** The way that is open: one of `ways`, or the id of a further one. */
  way: string;
  onWay(way: string): void;
  draft: ValueDraft;
  onDraft(change: Partial<ValueDraft>): void;
  standard: StandardAnswer;
  /** What is wrong with the value, as a sentence. */
  problem?: string;
}) {
  const { ways, further = [], way, draft, onDraft, problem, standard } = props;
  const panels: Record<ValueWay, ReactNode> = {
    keep: <Text color="secondary">The value stays as it is.</Text>,
    type: (
      <TypedValue
        value={draft.typed}
        onChange={typed => onDraft({ typed })}
        problem={problem}
      />
    ),
    generate: (
      <GeneratedValue
        length={draft.length}
        alphabet={draft.alphabet}
        onChange={onDraft}
        problem={problem}
      />
    ),
    paste: (
      <PastedValue
        value={draft.pasted}
        onChange={pasted => onDraft({ pasted })}
        problem={problem}
      />
    ),
  };
  const all: FurtherWay[] = [
    ...ways.map(id => ({ id, title: TITLES[id], panel: panels[id] })),
    ...further,
  ];
  return (
    <Tabs selectedKey={way} onSelectionChange={key => props.onWay(String(key))}>
      <TabList aria-label="Where the value comes from">
        {all.map(({ id, title }) => (
          <Tab key={id} id={id}>
            {title}
          </Tab>
        ))}
      </TabList>
      {all.map(({ id, panel }) => (
        <TabPanel key={id} id={id}>
          <div className={styles.panel}>
            {panel}
            {id !== 'keep' && id !== 'generate' && (
              <Forbidden sentences={standard.forbidden} />
            )}
          </div>
        </TabPanel>
      ))}
    </Tabs>
  );
}

function Forbidden(props: { sentences: string[] }) {
  const { sentences } = props;
  if (sentences.length === 0) return null;
  return (
    <Text color="secondary" variant="body-small">
      Must not be {sentences.join('; nor ')}.
    </Text>
  );
}
