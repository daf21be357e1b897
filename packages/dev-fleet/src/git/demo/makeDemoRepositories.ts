import { fastImport } from '../fastImport';
import { HostedRepositories } from '../HostedRepositories';
import { demoHistory, demoRepositories } from './demoHistory';

/** Makes the repositories of the demo company, with their history until a moment. */
export async function makeDemoRepositories(
  now: number,
): Promise<HostedRepositories> {
  const repositories = await HostedRepositories.make(demoRepositories);
  await Promise.all(
    demoRepositories.map(({ name }) => {
      const { folder, branch } = repositories.get(name)!;
      return fastImport(folder, { branch, commits: demoHistory(name, now) });
    }),
  );
  return repositories;
}
