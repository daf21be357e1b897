import type { listMergeHolds } from '@sphera/plugin-merges-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import { HoldProblem } from '../parts/HoldProblem';

/** Organizations in which GitHub does not tell the portal what happens, and what to do about it. */
export function Unheard(
  props: Pick<OutputOf<typeof listMergeHolds>, 'unheard'>,
) {
  return (
    <>
      {props.unheard.map(({ organization, problem }) => (
        <HoldProblem
          key={organization}
          problem={{
            ...problem,
            sentence: `${organization}: ${problem.sentence}`,
          }}
        />
      ))}
    </>
  );
}
