import {
  RiErrorWarningLine,
  RiHourglassLine,
  RiQuestionAnswerLine,
} from '@remixicon/react';
import { FactLink, type ServiceCellProps } from '@sphera/plugin-services-react';
import type { StageFacts } from '@sphera/plugin-lifecycle-common';

/** The stage of a service in its row of the table of all services; what is amiss stands out. */
export function StageCell(props: ServiceCellProps) {
  const { service, title, facts } = props.row;
  const stage = facts.stage as unknown as StageFacts | undefined;
  if (!stage) return null;
  const words = inWords(stage);
  return (
    <FactLink
      service={service}
      tab="lifecycle"
      icon={signOf(stage)}
      words={words}
      label={`Stage of ${title}: ${words}`}
      wraps
      isAmiss={stage.isStuck || stage.broken > 0}
    >
      {stage.title}
    </FactLink>
  );
}

function signOf(stage: StageFacts) {
  if (stage.broken > 0) return <RiErrorWarningLine size={14} />;
  if (stage.isStuck) return <RiHourglassLine size={14} />;
  if (stage.asked > 0) return <RiQuestionAnswerLine size={14} />;
  return undefined;
}

function inWords(stage: StageFacts): string {
  const { title, index, count, broken, isStuck, asked } = stage;
  return [
    // A service that retires is beyond the stages that count.
    index < count ? `${title}, stage ${index + 1} of ${count}` : title,
    ...(broken > 0 ? [`${broken} broken`] : []),
    ...(isStuck ? ['stuck'] : []),
    ...(asked > 0 ? ['approval asked for'] : []),
  ].join(', ');
}
