import { Git } from './Git';
import { pushOutcome } from './pushOutcome';

const git = new Git(
  {
    name: 'deployments',
    url: 'https://git.example/a/b.git',
    branch: 'main',
  },
  1_000,
  {
    repositories: 'sphera.rollback.repositories',
    signing: 'sphera.rollback.signing',
    cloneFolder: 'sphera.rollback.cloneFolder',
  },
);

const rejected = (reason: string) =>
  `To https://git.example/a/b.git\n!\t1234567:refs/heads/main\t${reason}\nDone\n`;

const outcomeOf = (output: string, words: string) => {
  const result = { code: 1, output: Buffer.from(output), words };
  try {
    return pushOutcome(git, result, 'main');
  } catch (error) {
    const { refusal, name } = error as { refusal?: string; name: string };
    return refusal ?? name;
  }
};

describe('a push that a host did not take', () => {
  it.each([
    ['git: somebody was faster', '[rejected] (fetch first)', '', 'raced'],
    ['git: another history', '[rejected] (non-fast-forward)', '', 'raced'],
    [
      'git: faster by a blink',
      '[remote rejected] (cannot lock ref)',
      "remote: error: cannot lock ref 'refs/heads/main': is at 12ab but expected 34cd\n",
      'raced',
    ],
    [
      'git: faster by a blink, newer',
      '[remote rejected] (incorrect old value provided)',
      '',
      'raced',
    ],
    [
      'GitHub: protected',
      '[remote rejected] (protected branch hook declined)',
      'remote: error: GH006: Protected branch update failed for refs/heads/main.\n',
      'protected',
    ],
    [
      'GitHub: rules',
      '[remote rejected] (push declined due to repository rule violations)',
      'remote: error: GH013: Repository rule violations found for refs/heads/main.\n',
      'protected',
    ],
    [
      'GitLab: protected',
      '[remote rejected] (pre-receive hook declined)',
      'remote: GitLab: You are not allowed to push code to protected branches on this project.\n',
      'protected',
    ],
    [
      'Bitbucket: protected',
      '[remote rejected] (pre-receive hook declined)',
      'remote: Branch refs/heads/main can only be modified through pull requests.\n',
      'protected',
    ],
    [
      'a hook',
      '[remote rejected] (pre-receive hook declined)',
      'remote: Deployments are closed today.\n',
      'hook',
    ],
    [
      'a hook about rights',
      '[remote rejected] (pre-receive hook declined)',
      'remote: You are not allowed to change this folder.\n',
      'denied',
    ],
    [
      'a full disk',
      '[remote rejected] (unpacker error)',
      'error: remote unpack failed: unable to create temporary object directory\n',
      'RepositoryError',
    ],
  ])('%s', (_, reason, words, expected) => {
    expect(outcomeOf(rejected(reason), words)).toBe(expected);
  });

  it.each([
    [
      'GitHub: no rights',
      "remote: Permission to a/b.git denied to portal.\nfatal: unable to access 'https://git.example/a/b.git/': The requested URL returned error: 403\n",
      'denied',
    ],
    [
      'SSH: no key',
      'git@git.example: Permission denied (publickey).\nfatal: Could not read from remote repository.\n',
      'denied',
    ],
    [
      'nobody there',
      "fatal: unable to access 'https://git.example/a/b.git/': Could not resolve host: git.example\n",
      'RepositoryError',
    ],
    [
      'cut',
      'error: RPC failed; curl 52 Empty reply from server\nfatal: the remote end hung up unexpectedly\n',
      'RepositoryError',
    ],
  ])('without a word about the branch: %s', (_, words, expected) => {
    expect(outcomeOf('', words)).toBe(expected);
  });
});
