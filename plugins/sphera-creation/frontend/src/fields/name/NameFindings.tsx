import { Text } from '@backstage/ui';
import {
  RiCheckLine,
  RiCloseLine,
  RiLoader4Line,
  RiQuestionLine,
} from '@remixicon/react';
import type { checkName, NAME_PLACES } from '@sphera/plugin-creation-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import { asSentence, messageOf } from '@sphera/plugin-operations-react';
import styles from './name.module.css';
import { nameInWords } from './nameWords';
import type { NameCheck } from './useNameCheck';

type Finding = OutputOf<typeof checkName>['findings'][number];

const PLACES: Record<(typeof NAME_PLACES)[number], string> = {
  format: 'Form',
  catalog: 'Catalog',
  creations: 'Other creations',
  github: 'GitHub',
  registry: 'Image registry',
};

const SIGNS: Record<Finding['state'], typeof RiCheckLine> = {
  free: RiCheckLine,
  taken: RiCloseLine,
  wrong: RiCloseLine,
  unknown: RiQuestionLine,
};

/** What there is to say of a name: in a sentence, which is read out as it changes, and place by place. */
export function NameFindings(props: {
  id: string;
  name: string;
  check: NameCheck;
}) {
  const { id, name, check } = props;
  return (
    <div id={id} className={styles.findings}>
      <div role="status" className={styles.sum}>
        {check.is === 'asked' ? (
          // Each letter would be read out.
          <Text color="secondary" variant="body-small" aria-hidden>
            <RiLoader4Line size={14} aria-hidden className={styles.turning} />{' '}
            Looking whether it is taken…
          </Text>
        ) : (
          <Sum name={name} check={check} />
        )}
      </div>
      {check.is === 'answered' && (
        <ul className={styles.places} aria-label="Where it was looked for">
          {check.answer.findings.map(finding => (
            <FindingItem key={finding.where} finding={finding} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Sum({ name, check }: { name: string; check: NameCheck }) {
  if (check.is === 'wrong') {
    return (
      <Text variant="body-small" color="danger">
        The name {asSentence(check.sentence)}
      </Text>
    );
  }
  if (check.is === 'failed') {
    return (
      <Text variant="body-small" color="warning">
        It could not be looked up: {asSentence(messageOf(check.error))} You can
        go on: it is looked up again before anything is created.
      </Text>
    );
  }
  if (check.is !== 'answered') return null;
  const { words, color } = nameInWords(name, check.answer);
  return (
    <Text variant="body-small" weight="bold" color={color}>
      {words}
    </Text>
  );
}

function FindingItem({ finding }: { finding: Finding }) {
  const { where, state, sentence } = finding;
  const Sign = SIGNS[state];
  return (
    <li data-state={state}>
      <Sign size={14} aria-hidden />
      <span className={styles.place}>{PLACES[where]}</span>
      <span>{asSentence(sentence)}</span>
    </li>
  );
}
