import { untilFields, UntilChoice } from './until';

describe('untilFields', () => {
  const now = new Date('2026-11-24T22:30:00Z');
  const moment = new Date('2026-12-01T10:00:00Z');

  it.each<[UntilChoice, object]>([
    ['unlocked', {}],
    ['an-hour', { expiresIn: 'PT1H' }],
    ['four-hours', { expiresIn: 'PT4H' }],
    ['tomorrow', { expiresAt: '2026-11-25T09:00:00.000Z' }],
    ['moment', { expiresAt: '2026-12-01T10:00:00.000Z' }],
  ])('turns "%s" into what a lock takes', (choice, fields) => {
    expect(untilFields({ choice, moment }, now)).toEqual(fields);
  });
});
