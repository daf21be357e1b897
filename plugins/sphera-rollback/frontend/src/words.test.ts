import { file, plan, version } from './__testUtils__/answers';
import { durationInWords } from './parts/durationWords';
import { diffLines, elapsedInWords } from '@sphera/plugin-operations-react';
import { planDifferences } from './plan/planDifferences';
import { regionGroups, withGroup, withWholeFiles } from './start/regionGroups';
import { suggestion } from './versions/suggestion';

describe('a duration', () => {
  it.each([
    ['P12DT5H', '12 days'],
    ['PT25H', '1 day'],
    ['PT61M', '1 hour'],
    ['PT119S', '1 minute'],
    ['PT59S', 'under a minute'],
  ])('of %s is called %s', (duration, words) => {
    expect(durationInWords(duration)).toBe(words);
  });
});

describe('a time that something took', () => {
  it.each([
    [0, '0 s'],
    [59_999, '59 s'],
    [80_000, '1 min 20 s'],
    [7_500_000, '2 h 5 min'],
  ])('of %d milliseconds is called %s', (milliseconds, words) => {
    expect(elapsedInWords(milliseconds).replaceAll('\u00a0', ' ')).toBe(words);
  });
});

describe('a diff', () => {
  it('is numbered on both sides, with a gap between its hunks', () => {
    expect(
      diffLines(
        '--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-a\r\n+b\r\n c\n@@ -9 +9,2 @@ c\n d\n+e\n\\ No newline at end of file',
      ),
    ).toEqual([
      { kind: 'removed', text: 'a', before: 1 },
      { kind: 'added', text: 'b', after: 1 },
      { kind: 'same', text: 'c', before: 2, after: 2 },
      { kind: 'gap', text: '' },
      { kind: 'same', text: 'd', before: 9, after: 9 },
      { kind: 'added', text: 'e', after: 10 },
    ]);
  });
});

describe('a newer plan', () => {
  const seen = plan();

  it('differs in nothing while it is the same', () => {
    expect(planDifferences(seen, plan())).toEqual([]);
  });

  it('tells what runs now, which files and which clusters come with it, and what stands in the way', () => {
    const now = plan({
      id: 'another plan',
      files: [
        ...seen.files.map(one => ({ ...one, from: '4.12.2' })),
        { ...seen.files[0], ...file('production', 'ap') },
      ],
      clusters: [
        { cluster: 'production-eu', region: 'eu', version: '4.12.2', pods: 3 },
        { cluster: 'production-ap', region: 'ap', pods: 0 },
      ],
      obstacles: ['Rollbacks are locked'],
      image: 'missing',
    });
    expect(planDifferences(seen, now)).toEqual([
      'booking/quotes/production/eu/values.yaml says 4.12.2 now, no longer 4.12.1',
      'booking/quotes/production/us/values.yaml says 4.12.2 now, no longer 4.12.1',
      'booking/quotes/production/ap/values.yaml changes, too',
      'production-eu runs 4.12.2 now, no longer 4.12.1',
      'production-ap follows, too',
      'Rollbacks are locked',
      'The image of 4.11.7 is missing now',
    ]);
  });
});

describe('the suggested version', () => {
  it('is the newest before the present one that ran well', () => {
    const all = [
      version('5.0.0', 1, { isCurrent: true }),
      version('4.9.0', 9, { ranWell: false }),
      version('4.8.0', 30),
    ];
    expect(suggestion(all)?.version).toBe('4.8.0');
  });

  it('is before the present one, also where newer ones ran well', () => {
    const all = [
      version('5.0.0', 1),
      version('4.9.0', 9, { isCurrent: true }),
      version('4.8.0', 30),
    ];
    expect(suggestion(all)?.version).toBe('4.8.0');
  });

  it('is none where the present one is not known', () => {
    expect(suggestion([version('4.8.0', 30)])).toBeUndefined();
  });
});

describe('regions', () => {
  const groups = regionGroups([
    { ...file('production', 'eu'), regions: ['eu', 'us'] },
    file('production', 'ap'),
  ]);

  it('that share a file are one choice', () => {
    expect(groups).toEqual([['eu', 'us'], ['ap']]);
  });

  it('that share a file are all chosen with one of them', () => {
    expect(withWholeFiles(groups, ['us'])).toEqual(['eu', 'us']);
    expect(withWholeFiles(groups, ['us', 'ap'])).toBeUndefined();
    expect(withWholeFiles(groups, ['mars'])).toEqual(['mars']);
  });

  it('are all of them where none is left out', () => {
    expect(withGroup(groups, undefined, groups[0], false)).toEqual(['ap']);
    expect(withGroup(groups, ['ap'], groups[0], true)).toBeUndefined();
  });
});
