import { isReminderDue } from './isReminderDue';

const DAY = 86_400_000;
const remindAfter = 2 * DAY;
/** A Wednesday. */
const asked = {
  by: 'user:default/dana',
  at: Date.parse('2026-11-25T12:00:00Z'),
  comment: 'please',
};
const isDue = (days: number, remindedAt?: number) =>
  isReminderDue(
    { asked, remindedAt },
    { now: asked.at + days * DAY, remindAfter },
  );

describe('approvers are reminded', () => {
  it('once an answer is due for two days', () => {
    expect([1.9, 2].map(days => isDue(days))).toEqual([false, true]);
  });

  it('again two days after they were', () => {
    const monday = asked.at + 5 * DAY;
    expect([6.9, 7].map(days => isDue(days, monday))).toEqual([false, true]);
  });

  it('never on Saturday and Sunday', () => {
    expect([3, 4, 5].map(days => isDue(days))).toEqual([false, false, true]);
  });
});
