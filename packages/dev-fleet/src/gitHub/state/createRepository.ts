import { commitTo } from '../../git/commitTo';
import { NOTHING } from '../../git/movedBranches';
import type { GitAccount } from '../../git/GitAccount';
import { GitHubError } from '../GitHubError';
import type { GitHubRepository } from './GitHubRepository';
import type { GitHubWorld } from './GitHubWorld';
import { settingsWith } from './Settings';
import { tellOfRepository } from './telling';

/** Longest name of a repository. */
const LONGEST = 100;

const refused = (message: string) =>
  new GitHubError(422, 'Repository creation failed.', [
    { resource: 'Repository', code: 'custom', field: 'name', message },
  ]);

/**
 * Makes a repository as somebody wishes it.
 *
 * @throws GitHubError 422 where the name is taken or cannot be
 */
export async function createRepository(
  world: GitHubWorld,
  wish: {
    owner: string;
    name: string;
    account: GitAccount;
    /** Of the call: settings, `auto_init`. */
    body: Record<string, unknown>;
  },
): Promise<GitHubRepository> {
  const { owner, account, body } = wish;
  if (wish.name.length > LONGEST) {
    throw refused(`name is too long (maximum is ${LONGEST} characters)`);
  }
  // GitHub takes any name, and makes one of it that can be.
  const name = `${owner}/${wish.name.replace(/[^A-Za-z0-9._-]+/g, '-')}`;
  const { repositories, clock } = world.options;
  await repositories.create({ name }).catch(error => {
    if (repositories.get(name) || /There is a repository/.test(error.message)) {
      throw refused('name already exists on this account');
    }
    throw error;
  });
  const made = world.repository(name)!;
  made.creator = account.login;
  made.settings = settingsWith(made.settings, body);
  if (body.auto_init === true) {
    const { folder, branch } = made.hosted;
    const { description } = made.settings;
    const after = await commitTo(folder, {
      branch,
      files: {
        'README.md': `# ${name.split('/')[1]}\n${description ?? ''}\n`,
      },
      message: 'Initial commit',
      author: {
        name: account.login,
        email: `${account.login}@users.noreply.github.example`,
      },
      at: clock.now(),
    });
    const by = account.login;
    repositories.pushed(name, branch, { before: NOTHING, after, by });
  }
  tellOfRepository(world, made, { action: 'created', by: account.login });
  return made;
}
