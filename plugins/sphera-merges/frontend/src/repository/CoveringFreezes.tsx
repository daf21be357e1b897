import { ButtonLink, Text } from '@backstage/ui';
import { RiSnowflakeLine } from '@remixicon/react';
import type { CoveringFreeze } from '@sphera/plugin-merges-common';
import {
  Actor,
  asSentence,
  EntityLink,
  exactly,
  Section,
  TimeAgo,
} from '@sphera/plugin-operations-react';
import { useMergeLinks } from '../parts/useMergeLinks';
import styles from './repository.module.css';

/** What freezes a repository, with why, by whom and until when; and the way to where it ends. */
export function CoveringFreezes(props: { freezes: readonly CoveringFreeze[] }) {
  const { freezes } = props;
  const locks = useMergeLinks().toLocks();
  return (
    <Section
      title="Why it is frozen"
      note={freezes.length > 1 ? `${freezes.length} freezes` : undefined}
      actions={
        locks && (
          <ButtonLink variant="secondary" size="small" href={locks}>
            All locks
          </ButtonLink>
        )
      }
    >
      <ul className={styles.list} aria-label="Freezes">
        {freezes.map(freeze => (
          <li key={freeze.id} className={styles.freeze}>
            <RiSnowflakeLine size={18} aria-hidden />
            <div className={styles.words}>
              <Text as="p" weight="bold">
                {asSentence(freeze.reason)}
              </Text>
              <Text as="p" color="secondary">
                On{' '}
                {freeze.service ? (
                  <EntityLink entityRef={freeze.service} />
                ) : (
                  'all services'
                )}
                , by{' '}
                {freeze.window ? (
                  'a freeze window'
                ) : (
                  <Actor actor={freeze.placedBy} />
                )}{' '}
                <TimeAgo time={freeze.placedAt} />,{' '}
                <FreezeEnd freeze={freeze} />
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FreezeEnd(props: { freeze: CoveringFreeze }) {
  const { expiresAt } = props.freeze;
  if (!expiresAt) return <>until somebody unfreezes</>;
  return (
    <>
      until {exactly(expiresAt)} (<TimeAgo time={expiresAt} />)
    </>
  );
}
