import {
  RiArchiveLine,
  RiDeleteBin6Line,
  RiStairsLine,
} from '@remixicon/react';
import type { FlagRow } from '@sphera/plugin-flags-common';
import { Mark, type MarkTone } from '@sphera/plugin-operations-react';

const ROLLOUTS: Record<
  NonNullable<FlagRow['rollout']>['state'],
  { tone: MarkTone; word: string }
> = {
  running: { tone: 'plain', word: 'being rolled out' },
  paused: { tone: 'unclear', word: 'roll-out paused' },
  stopped: { tone: 'wrong', word: 'roll-out stopped' },
};

/** What is worth knowing of a flag besides its clusters; nothing, mostly. */
export function FlagMarks(props: {
  flag: Pick<FlagRow, 'rollout' | 'readyToRemove' | 'retiredAt'>;
}) {
  const { rollout, readyToRemove, retiredAt } = props.flag;
  return (
    <>
      {rollout && (
        <Mark
          {...ROLLOUTS[rollout.state]}
          icon={<RiStairsLine size={14} aria-hidden />}
          title={rollout.sentence}
        />
      )}
      {readyToRemove && (
        <Mark
          tone="plain"
          icon={<RiDeleteBin6Line size={14} aria-hidden />}
          word="ready to remove"
          title={readyToRemove}
        />
      )}
      {retiredAt && (
        <Mark
          tone="plain"
          icon={<RiArchiveLine size={14} aria-hidden />}
          word="retired"
        />
      )}
    </>
  );
}
