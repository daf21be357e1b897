import { wayBack } from './wayBack';

/** Runs of these versions, written the oldest first. */
const ran = (...versions: string[]) =>
  versions.map(version => ({ version })).reverse();

describe('the way back from a version to another', () => {
  it.each([
    ['the one before', ran('1', '2'), '2', '1', ['2']],
    ['past others', ran('1', '2', '3', '4'), '4', '1', ['4', '3', '2']],
    [
      'past one that was rolled back, and came again',
      ran('1', '2', '1', '2', '3'),
      '3',
      '1',
      ['3', '2'],
    ],
    [
      'from where a rollback has led, without what it took back',
      ran('1', '2', '3', '2'),
      '2',
      '1',
      ['2'],
    ],
  ])('leads to %s', (_what, runs, from, to, passed) => {
    expect(wayBack(runs, { from, to })).toEqual(passed);
  });

  it.each([
    ['to what a rollback took away', ran('1', '2', '3', '2'), '2', '3'],
    ['to a later one', ran('1', '2', '3'), '1', '3'],
    ['to itself', ran('1', '2'), '2', '2'],
    ['to one that never ran', ran('1', '2'), '2', '9'],
    ['from one that never ran', ran('1', '2'), '9', '1'],
  ])('is none %s', (_what, runs, from, to) => {
    expect(wayBack(runs, { from, to })).toBeUndefined();
  });
});
