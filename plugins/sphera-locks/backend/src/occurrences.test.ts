import type { WeekMoment } from '@sphera/plugin-locks-common';
import { occurrences } from './occurrences';

const BERLIN = 'Europe/Berlin';
const NEW_YORK = 'America/New_York';

const on = (text: string): WeekMoment => {
  const [day, time] = text.split(' ');
  return { day: day as WeekMoment['day'], time };
};
const times = (
  [from, to]: [string, string],
  timeZone: string,
  now: string,
  count = 1,
) =>
  occurrences(
    { from: on(from), to: on(to), timeZone },
    new Date(now),
    count,
  ).map(({ start, end }) => [start, end].map(text => text.slice(0, 16)));

describe('the times of a freeze window', () => {
  const weekend: [string, string] = ['friday 16:00', 'sunday 08:00'];

  it('come back each week, on the wall clock of the time zone', () => {
    expect(times(weekend, BERLIN, '2026-11-24T12:00:00Z', 5)).toEqual([
      ['2026-11-27T15:00', '2026-11-29T07:00'],
      ['2026-12-04T15:00', '2026-12-06T07:00'],
      ['2026-12-11T15:00', '2026-12-13T07:00'],
      ['2026-12-18T15:00', '2026-12-20T07:00'],
      ['2026-12-25T15:00', '2026-12-27T07:00'],
    ]);
  });

  it('begin with the present one while it is open', () => {
    const now = '2026-11-28T12:00:00Z';
    expect(times(weekend, BERLIN, now, 2)).toEqual([
      ['2026-11-27T15:00', '2026-11-29T07:00'],
      ['2026-12-04T15:00', '2026-12-06T07:00'],
    ]);
  });

  it('include the moment they begin, and not the one they end', () => {
    const first = (now: string) => times(weekend, BERLIN, now)[0][0];
    expect(first('2026-11-27T15:00:00.000Z')).toBe('2026-11-27T15:00');
    expect(first('2026-11-29T06:59:59.999Z')).toBe('2026-11-27T15:00');
    expect(first('2026-11-29T07:00:00.000Z')).toBe('2026-12-04T15:00');
  });

  it('run over the end of the week where they end on an earlier day than they begin', () => {
    const window: [string, string] = ['saturday 22:00', 'tuesday 06:00'];
    const open = ['2026-11-28T21:00', '2026-12-01T05:00'];
    expect(times(window, BERLIN, '2026-11-24T12:00:00Z')).toEqual([open]);
    expect(times(window, BERLIN, '2026-11-30T12:00:00Z')).toEqual([open]);
    expect(times(window, BERLIN, '2026-12-01T05:00:00Z')).toEqual([
      ['2026-12-05T21:00', '2026-12-08T05:00'],
    ]);
  });

  it('last nearly a week where they end shortly before they begin', () => {
    expect(
      times(['monday 10:00', 'monday 09:00'], 'UTC', '2026-11-24T12:00:00Z'),
    ).toEqual([['2026-11-23T10:00', '2026-11-30T09:00']]);
  });

  describe('when the clock is put forward', () => {
    it.each([
      [BERLIN, '2026-03-27T15:00', '2026-03-29T06:00', '2026-03-24T12:00:00Z'],
      [
        NEW_YORK,
        '2026-03-06T21:00',
        '2026-03-08T12:00',
        '2026-03-03T12:00:00Z',
      ],
    ])(
      'span it and end by the new time (%s)',
      (timeZone, start, end, tuesday) => {
        expect(times(weekend, timeZone, tuesday)).toEqual([[start, end]]);
      },
    );

    it('begin at the jump where their beginning is skipped', () => {
      const now = '2026-03-28T12:00:00Z';
      expect(times(['sunday 02:30', 'sunday 05:00'], BERLIN, now, 2)).toEqual([
        ['2026-03-29T01:00', '2026-03-29T03:00'],
        ['2026-04-05T00:30', '2026-04-05T03:00'],
      ]);
    });

    it('end at the jump where their end is skipped', () => {
      const now = '2026-03-28T12:00:00Z';
      expect(times(['sunday 01:00', 'sunday 02:30'], BERLIN, now)).toEqual([
        ['2026-03-29T00:00', '2026-03-29T01:00'],
      ]);
    });

    it('leave out the week in which all of them is skipped', () => {
      const now = '2026-03-28T12:00:00Z';
      expect(times(['sunday 02:10', 'sunday 02:50'], BERLIN, now)).toEqual([
        ['2026-04-05T00:10', '2026-04-05T00:50'],
      ]);
    });
  });

  describe('when the clock is put back', () => {
    it.each([
      [BERLIN, '2026-10-23T14:00', '2026-10-25T07:00', '2026-10-20T12:00:00Z'],
      [
        NEW_YORK,
        '2026-10-30T20:00',
        '2026-11-01T13:00',
        '2026-10-27T12:00:00Z',
      ],
    ])(
      'span it and end by the new time (%s)',
      (timeZone, start, end, tuesday) => {
        expect(times(weekend, timeZone, tuesday)).toEqual([[start, end]]);
      },
    );

    it('begin with the first of a repeated hour', () => {
      const now = '2026-10-24T12:00:00Z';
      expect(times(['sunday 02:30', 'sunday 05:00'], BERLIN, now)).toEqual([
        ['2026-10-25T00:30', '2026-10-25T04:00'],
      ]);
    });

    it('end with the last of a repeated hour', () => {
      const now = '2026-10-24T12:00:00Z';
      expect(times(['sunday 01:00', 'sunday 02:30'], BERLIN, now)).toEqual([
        ['2026-10-24T23:00', '2026-10-25T01:30'],
      ]);
      const night = '2026-10-31T12:00:00Z';
      expect(times(['sunday 00:30', 'sunday 01:30'], NEW_YORK, night)).toEqual([
        ['2026-11-01T04:30', '2026-11-01T06:30'],
      ]);
    });
  });

  it('know zones whose clock never changes, and those off the full hour', () => {
    const now = '2026-11-24T12:00:00Z';
    expect(times(weekend, 'Asia/Kolkata', now)).toEqual([
      ['2026-11-27T10:30', '2026-11-29T02:30'],
    ]);
  });
});
