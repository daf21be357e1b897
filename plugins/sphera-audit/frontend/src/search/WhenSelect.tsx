import { DateRangePicker } from '@backstage/ui';
import {
  CalendarDate,
  getLocalTimeZone,
  parseAbsoluteToLocal,
  toCalendarDate,
  today,
} from '@internationalized/date';
import { ChoiceSelect } from '@sphera/plugin-operations-react';
import { Question, RANGES } from './question';

const CHOSEN_DAYS = 'days';

/** When: any time, one of a few ranges back from now, or days from a calendar. */
export function WhenSelect(props: {
  question: Question;
  change(changes: Partial<Question>): void;
}) {
  const { question, change } = props;
  const { range, from, to } = question;
  const choseDays = Boolean(from || to);
  return (
    <>
      <ChoiceSelect
        label="When"
        all="Any time"
        choices={[...RANGES, { id: CHOSEN_DAYS, label: 'Chosen days…' }]}
        value={choseDays ? CHOSEN_DAYS : range}
        onChange={id =>
          change(
            id === CHOSEN_DAYS
              ? { range: undefined, ...momentsOf(lastDays()) }
              : { range: id, from: undefined, to: undefined },
          )
        }
      />
      {choseDays && (
        <DateRangePicker
          aria-label="Chosen days"
          size="small"
          value={daysOf(from, to)}
          onChange={days => {
            if (!days) return;
            const start = toCalendarDate(days.start as CalendarDate);
            const end = toCalendarDate(days.end as CalendarDate);
            change(momentsOf({ start, end }));
          }}
        />
      )}
    </>
  );
}

interface Days {
  start: CalendarDate;
  end: CalendarDate;
}

function lastDays(): Days {
  const end = today(getLocalTimeZone());
  return { start: end.subtract({ days: 1 }), end };
}

/** From the first moment of the first day to the first after the last, on the reader's clock. */
function momentsOf({ start, end }: Days) {
  const zone = getLocalTimeZone();
  return {
    from: start.toDate(zone).toISOString(),
    to: end.add({ days: 1 }).toDate(zone).toISOString(),
  };
}

function daysOf(from: string | undefined, to: string | undefined): Days {
  const end = to
    ? toCalendarDate(parseAbsoluteToLocal(to).subtract({ milliseconds: 1 }))
    : today(getLocalTimeZone());
  const start = from ? toCalendarDate(parseAbsoluteToLocal(from)) : end;
  return { start: start.compare(end) > 0 ? end : start, end };
}
