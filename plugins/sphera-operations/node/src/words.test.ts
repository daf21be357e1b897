import { counted, duration, listed, times } from './words';

describe('words for people', () => {
  it('join, count and measure', () => {
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual([
      '',
      'a',
      'a, b and c',
    ]);
    expect([counted(1, 'pod'), counted(2, 'pod')]).toEqual(['1 pod', '2 pods']);
    expect([1, 2, 12].map(times)).toEqual(['once', 'twice', '12 times']);
    expect([0, 90_000, 7_200_000, 2.6 * 86_400_000].map(duration)).toEqual([
      '1 second',
      '2 minutes',
      '2 hours',
      '3 days',
    ]);
  });
});
