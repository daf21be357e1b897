import { LOCKABLE_ACTIONS } from '@sphera/plugin-operations-common';
import { actionsInWords, momentInWords } from './words';

describe('actionsInWords', () => {
  it('lists actions as a developer says them, in one order', () => {
    expect(actionsInWords(['scale', 'merge', 'deploy'])).toBe(
      'deploys, merges, and scaling',
    );
  });

  it('is short where nothing is left out', () => {
    expect(actionsInWords(LOCKABLE_ACTIONS)).toBe('every action');
  });
});

describe('momentInWords', () => {
  const now = new Date('2026-11-24T12:00:00Z');

  it.each([
    ['2026-11-24T18:00:00Z', '18:00'],
    ['2026-11-25T09:00:00Z', 'tomorrow, 09:00'],
    ['2026-11-27T16:00:00Z', 'Fri 27 Nov, 16:00'],
    ['2027-01-04T08:00:00Z', 'Mon 4 Jan 2027, 08:00'],
  ])('says %s as "%s"', (time, words) => {
    expect(momentInWords(time, now)).toBe(words);
  });
});
