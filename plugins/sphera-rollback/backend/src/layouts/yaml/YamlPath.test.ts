import { parsePath, writtenPath } from './YamlPath';

describe('a path', () => {
  it.each<[string, Array<string | number>]>([
    ['image.tag', ['image', 'tag']],
    ['a[0].b', ['a', 0, 'b']],
    ['[0][1]', [0, 1]],
    ['a["b.c"]["d"].e', ['a', 'b.c', 'd', 'e']],
    ['2.1', ['2', '1']],
  ])('%s has the steps %j', (path, steps) => {
    expect(parsePath(path)).toEqual(steps);
    expect(parsePath(writtenPath(steps))).toEqual(steps);
  });

  it.each([
    '',
    '.a',
    'a.',
    'a..b',
    'a[',
    'a[x]',
    'a b',
    "a['b']",
    '[]',
    'a."b"',
    'a[0]b',
  ])('is not %j', path => {
    expect(parsePath(path)).toBeUndefined();
  });
});
