import { wordsOf } from './words';

const settings = {
  url: 'https://git.example/a/b.git',
  credentials: { username: 'portal', password: 'p4ss w/rd+9' },
};

describe('what git said', () => {
  it.each([
    ['is on one line', 'fatal: one\nfatal: two\n', 'one; two'],
    ['is said once', 'error: no\nerror: no\n', 'no'],
    [
      'is without progress',
      'remote: Counting objects:  50% (1/2)\rremote: Counting objects: 100% (2/2), done.\nremote: error: GH006: Protected branch.        \n',
      'GH006: Protected branch',
    ],
    [
      'is what a hook said, sentence by sentence',
      'remote: Closed for today.\nremote: Ask #platform.\nerror: hook declined to update refs/heads/main\n',
      'Closed for today; Ask #platform',
    ],
    ['is without colours', '\u001b[31mfatal: red\u001b[0m\n', 'red'],
    [
      'is without the password',
      'fatal: cannot use p4ss w/rd+9 or p4ss%20w%2Frd%2B9',
      'cannot use … or …',
    ],
    [
      'is without who stands in an address',
      "fatal: unable to access 'https://me:secret1@git.example/x/': no",
      "unable to access 'https://…@git.example/x/': no",
    ],
    [
      'is without a header',
      'fatal: sent Authorization: Basic cG9ydGFsOnNlY3JldA==',
      'sent Authorization: Basic …',
    ],
  ])('%s', (_, said, words) => {
    expect(wordsOf(said, settings)).toBe(words);
  });

  it('is cut where it is long', () => {
    expect(wordsOf(`fatal: ${'x'.repeat(9_000)}`, settings)).toHaveLength(300);
  });
});
