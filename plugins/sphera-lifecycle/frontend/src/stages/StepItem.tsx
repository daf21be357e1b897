import { Text } from '@backstage/ui';
import type { Step } from '@sphera/plugin-lifecycle-common';
import { asSentence, Mark } from '@sphera/plugin-operations-react';
import { StepActionButton } from '../action/StepActionButton';
import { ApprovalBlock } from '../approval/ApprovalBlock';
import { FactItem } from './FactItem';
import styles from './stages.module.css';
import { STEP_WORDS } from './stepWords';

/** One thing that a stage asks for: how it stands, what proves it, what one can do. */
export function StepItem(props: {
  /** Entity ref. */
  service: string;
  step: Step;
}) {
  const { service, step } = props;
  const { title, description, state, isOptional, facts, approval } = step;
  const { word, tone, Sign } = STEP_WORDS[state];
  return (
    <li className={styles.step} data-state={state}>
      <div className={styles.head}>
        <Text as="h4" weight="bold">
          {title}
        </Text>
        <Mark tone={tone} icon={<Sign size={14} aria-hidden />} word={word} />
        {isOptional && state !== 'skipped' && (
          <Text color="secondary">optional</Text>
        )}
      </div>
      {description && (
        <Text as="p" color="secondary">
          {description}
        </Text>
      )}
      {state === 'waiting' &&
        step.waitsFor.map(words => (
          <Text as="p" key={words}>
            {asSentence(words)}
          </Text>
        ))}
      {facts.length > 0 && (
        <ul className={styles.facts} aria-label={`Facts of ${title}`}>
          {facts.map(fact => (
            <FactItem key={fact.id} fact={fact} />
          ))}
        </ul>
      )}
      {approval && state !== 'skipped' && (
        <ApprovalBlock service={service} step={step} approval={approval} />
      )}
      <StepActionButton service={service} step={step} />
    </li>
  );
}
