import { Text } from '@backstage/ui';
import type { listMergeHolds } from '@sphera/plugin-merges-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import { Actor } from '@sphera/plugin-operations-react';
import { Fragment } from 'react';
import { STRATEGY_WORDS } from '../parts/holdWords';

/** How GitHub is told, and how a pull request gets through all the same. */
export function HowItWorks(
  props: Pick<OutputOf<typeof listMergeHolds>, 'strategy' | 'exemption'>,
) {
  const { strategy, exemption } = props;
  return (
    <Text as="p" color="secondary">
      {STRATEGY_WORDS[strategy]}.{' '}
      {exemption ? (
        <>
          The label “{exemption.label}” lets a pull request through, where it
          was put on by{' '}
          {exemption.people.map((person, index) => (
            <Fragment key={person}>
              {index > 0 && joint(index, exemption.people.length)}
              <Actor actor={person} />
            </Fragment>
          ))}
          .
        </>
      ) : (
        'No pull request is exempt from a freeze.'
      )}
    </Text>
  );
}

function joint(index: number, length: number): string {
  return index === length - 1 ? ' or ' : ', ';
}
