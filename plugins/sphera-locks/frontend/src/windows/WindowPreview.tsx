import { Flex, Text } from '@backstage/ui';
import { previewWindow, WeekMoment } from '@sphera/plugin-locks-common';
import { messageOf, useOperation } from '@sphera/plugin-operations-react';
import { Occurrences } from './Occurrences';

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The next five times that a window would have, while one is still writing it. */
export function WindowPreview(props: {
  from: WeekMoment;
  to: WeekMoment;
  timeZone: string;
}) {
  const { from, to, timeZone } = props;
  const isComplete = TIME_OF_DAY.test(from.time) && TIME_OF_DAY.test(to.time);
  const preview = useOperation(
    previewWindow,
    {
      fromDay: from.day,
      fromTime: from.time,
      toDay: to.day,
      toTime: to.time,
      timeZone,
    },
    { enabled: isComplete, keepPrevious: true },
  );
  return (
    <Flex direction="column" gap="1" style={{ minHeight: '8.5rem' }}>
      <Text as="h3" weight="bold">
        Next five times
      </Text>
      {isComplete && preview.data && (
        <Occurrences
          times={preview.data.items}
          timeZone={timeZone}
          aria-label="Next five times"
        />
      )}
      {isComplete && preview.error && (
        <Text color="danger">{messageOf(preview.error)}</Text>
      )}
      {!isComplete && (
        <Text color="secondary">Write both times like 16:00 to see them.</Text>
      )}
    </Flex>
  );
}
