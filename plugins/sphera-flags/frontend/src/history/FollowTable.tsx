import type { FlagChange } from '@sphera/plugin-flags-common';
import { FactsTable, sentenceCell } from '@sphera/plugin-operations-react';
import { answeredAfter, followStateOf, soonInWords } from './following';

type Followed = FlagChange['clusters'][number];

/** When each cluster followed a change, those that did not first. */
export function FollowTable(props: { change: FlagChange }) {
  const { change } = props;
  return (
    <FactsTable
      label="Each cluster"
      columns={['Cluster', 'Wanted', 'Answer']}
      rows={[...change.clusters].sort(latestFirst).map(one => ({
        key: one.cluster,
        cells: [
          one.cluster,
          one.value,
          <span className={sentenceCell}>{answerInWords(change, one)}</span>,
        ],
      }))}
    />
  );
}

function answerInWords(change: FlagChange, one: Followed): string {
  const after = soonInWords(answeredAfter(change, one) ?? 0);
  const words = {
    followed: `followed within ${after}`,
    refused: `refused: ${one.refusal}`,
    waiting: 'none yet',
    overtaken: 'overtaken by a later change',
  };
  return words[followStateOf(one)];
}

function latestFirst(a: Followed, b: Followed): number {
  const [one, other] = [a, b].map(({ answeredAt }) =>
    answeredAt ? Date.parse(answeredAt) : Infinity,
  );
  return one === other ? 0 : other - one;
}
