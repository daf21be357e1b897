import {
  RiCheckDoubleLine,
  RiErrorWarningLine,
  RiHourglassLine,
  RiQuestionAnswerLine,
} from '@remixicon/react';
import type { Standing } from '@sphera/plugin-lifecycle-common';
import { Mark } from '@sphera/plugin-operations-react';

/** What stands out of where a service stands: stuck, broken, asked, complete. */
export function StandingMarks(props: {
  standing: Pick<Standing, 'isStuck' | 'broken' | 'isComplete' | 'asked'>;
}) {
  const { isStuck, broken, isComplete, asked } = props.standing;
  return (
    <>
      {broken > 0 && (
        <Mark
          tone="wrong"
          icon={<RiErrorWarningLine size={14} aria-hidden />}
          word={`${broken} broken`}
          title="Steps that were done, and whose facts fail now"
        />
      )}
      {isStuck && (
        <Mark
          tone="unclear"
          icon={<RiHourglassLine size={14} aria-hidden />}
          word="stuck"
          title="Longer in its stage than is set for it"
        />
      )}
      {asked.length > 0 && (
        <Mark
          tone="plain"
          icon={<RiQuestionAnswerLine size={14} aria-hidden />}
          word="approval asked for"
          title={asked.map(({ title }) => title).join(', ')}
        />
      )}
      {isComplete && (
        <Mark
          tone="fine"
          icon={<RiCheckDoubleLine size={14} aria-hidden />}
          word="complete"
        />
      )}
    </>
  );
}
