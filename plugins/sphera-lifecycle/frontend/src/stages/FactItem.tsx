import { Text, VisuallyHidden } from '@backstage/ui';
import { RiHistoryLine } from '@remixicon/react';
import type { Fact } from '@sphera/plugin-lifecycle-common';
import {
  asSentence,
  Mark,
  PeopleNamed,
  TimeAgo,
} from '@sphera/plugin-operations-react';
import { EvidenceLink } from './EvidenceLink';
import styles from './stages.module.css';
import { FACT_WORDS } from './stepWords';

/** One fact: whether it holds, what was seen, when and where; marked where nobody could look since. */
export function FactItem({ fact }: { fact: Fact }) {
  const { title, state, sentence, link, seenAt, stale } = fact;
  const { word, Sign } = FACT_WORDS[state];
  return (
    <li className={styles.fact} data-state={state}>
      <Sign size={18} aria-hidden />
      <div className={styles.seen}>
        <div>
          <span className={styles.title}>{title}</span>
          <VisuallyHidden>. {word}.</VisuallyHidden>
        </div>
        <p>
          <PeopleNamed sentence={asSentence(sentence)} />
          {link && (
            <>
              {' '}
              <EvidenceLink link={link} />
            </>
          )}
        </p>
        <Text as="p" color="secondary" variant="body-small">
          {seenAt ? (
            <>
              Seen <TimeAgo time={seenAt} />.
            </>
          ) : (
            'Nobody has looked yet.'
          )}
        </Text>
        {stale && <StaleNote stale={stale} />}
      </div>
    </li>
  );
}

function StaleNote({ stale }: { stale: NonNullable<Fact['stale']> }) {
  const { since, sentence } = stale;
  return (
    <p className={styles.stale}>
      <Mark
        tone="unclear"
        icon={<RiHistoryLine size={14} aria-hidden />}
        word="may be out of date"
      />{' '}
      Looks fail, the first <TimeAgo time={since} />: {asSentence(sentence)}
    </p>
  );
}
