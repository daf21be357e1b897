import { listChoices, OUTCOMES } from '@sphera/plugin-audit-common';
import {
  ChoiceSelect,
  SearchBox,
  useOperation,
} from '@sphera/plugin-operations-react';
import { operationTitle } from '../words/deed';
import { OUTCOME_LOOKS } from '../words/outcomes';
import { useNames } from './useNames';
import styles from './SearchBar.module.css';
import type { AskedQuestion } from './useQuestion';
import { WhenSelect } from './WhenSelect';

/** What the audit log can be searched by. */
export function SearchBar(props: {
  asked: AskedQuestion;
  /** Whether the service is given by the page. */
  withoutService?: boolean;
}) {
  const { asked, withoutService } = props;
  const { question, change } = asked;
  const { data: choices } = useOperation(listChoices, {});
  const actors = choices?.actors ?? [];
  const services = choices?.services ?? [];
  const nameOf = useNames([...actors, ...services]);
  const byName = (refs: string[]) =>
    refs
      .map(ref => ({ id: ref, label: nameOf(ref) }))
      .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <div role="search" className={styles.bar}>
      <SearchBox
        label="Search reasons and errors"
        placeholder="Reason, error or name…"
        longest={100}
        className={styles.text}
        text={question.text ?? ''}
        onSearch={text => change({ text: text || undefined })}
      />
      <ChoiceSelect
        label="Person"
        all="Everybody"
        choices={byName(actors)}
        value={question.actor}
        onChange={actor => change({ actor })}
      />
      {!withoutService && (
        <ChoiceSelect
          label="Service"
          all="All services"
          choices={byName(services)}
          value={question.service}
          onChange={service => change({ service })}
        />
      )}
      <ChoiceSelect
        label="Operation"
        all="All operations"
        choices={(choices?.operations ?? []).map(id => ({
          id,
          label: operationTitle(id),
        }))}
        value={question.operation}
        onChange={operation => change({ operation })}
      />
      <ChoiceSelect
        label="Outcome"
        all="Any outcome"
        choices={OUTCOMES.map(id => ({ id, label: OUTCOME_LOOKS[id].word }))}
        value={question.outcome}
        onChange={id =>
          change({ outcome: OUTCOMES.find(outcome => outcome === id) })
        }
      />
      <WhenSelect question={question} change={change} />
    </div>
  );
}
