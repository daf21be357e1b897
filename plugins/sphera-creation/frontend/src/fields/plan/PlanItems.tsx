import type { planCreation } from '@sphera/plugin-creation-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import { asSentence, Track } from '@sphera/plugin-operations-react';
import styles from './plan.module.css';

type PlanItem = OutputOf<typeof planCreation>['items'][number];

/** All that will be created, in its order, and what will not, with the reason. */
export function PlanItems(props: { items: readonly PlanItem[] }) {
  return (
    <Track
      label="What will be created"
      isUpright
      steps={props.items.map(item => ({
        key: item.step,
        state: item.skipped ? 'skipped' : 'waiting',
        name: item.skipped ? (
          item.title
        ) : (
          <strong className={styles.title}>{item.title}</strong>
        ),
        word: item.skipped ? 'left out' : 'will be created',
        detail: <ItemDetails item={item} />,
      }))}
    />
  );
}

function ItemDetails({ item }: { item: PlanItem }) {
  const { details, link, skipped } = item;
  if (skipped) return <>{asSentence(skipped)}</>;
  return (
    <>
      {details.length > 0 && (
        <ul className={styles.details}>
          {details.map(detail => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {/* No link: nothing is there yet. */}
      {link && <code className={styles.address}>{link.url}</code>}
    </>
  );
}
