import type { HostedRepository } from '../../git/HostedRepositories';
import { runGit } from '../../git/runGit';

/** The number of the first pull request of a stand-in: after those that its history tells of. */
export async function firstNumber({
  folder,
  branch,
}: HostedRepository): Promise<number> {
  const log = await runGit(folder, ['log', '--format=%s', branch, '--']);
  const numbers = [...log.matchAll(/#(\d+)\b/g)].map(match => +match[1]);
  return numbers.reduce((most, each) => Math.max(most, each), 0) + 1;
}
