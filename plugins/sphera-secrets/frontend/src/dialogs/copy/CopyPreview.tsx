import { Skeleton } from '@backstage/ui';
import {
  RiAddLine,
  RiCloseLine,
  RiRepeat2Line,
  RiSubtractLine,
} from '@remixicon/react';
import type { RequestOf } from '@sphera/plugin-operations-common';
import { FailedState, useOperation } from '@sphera/plugin-operations-react';
import { placeName, previewCopy } from '@sphera/plugin-secrets-common';
import { usePlaceWords } from '../../parts/usePlaceWords';
import styles from './CopyPreview.module.css';

const SIGNS = {
  create: [RiAddLine, 'Is created:'],
  replace: [RiRepeat2Line, 'Is replaced:'],
  nothing: [RiSubtractLine, 'Stays:'],
  refuse: [RiCloseLine, 'Cannot be:'],
} as const;

/** What a copy would do, secret by secret and place by place. */
export function CopyPreview(props: {
  question: RequestOf<typeof previewCopy>;
}) {
  const words = usePlaceWords();
  const preview = useOperation(previewCopy, props.question, {
    keepPrevious: true,
  });
  if (preview.error) {
    return (
      <FailedState
        what="The preview"
        error={preview.error}
        onRetry={preview.refetch}
      />
    );
  }
  if (!preview.data) return <Skeleton height="4rem" />;
  return (
    <ul className={styles.secrets} aria-label="What would be done">
      {preview.data.items.map(({ name, places }) => (
        <li key={name}>
          <code>{name}</code>
          <ul>
            {places.map(({ would, sentence, ...place }) => {
              const [Sign, said] = SIGNS[would];
              return (
                <li key={placeName(place)} className={styles[would]}>
                  <Sign size={16} aria-label={said} />
                  <span>
                    {words(place)}: {sentence}
                  </span>
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ul>
  );
}
