import { fastImport, startGitServer } from '../../packages/dev-fleet/src';
import type { GitWanted } from './startGitHost';

const DAY = 86_400_000;

/** A git server in a process of its own, which says when a branch has moved. */
process.once('message', async (wanted: GitWanted) => {
  const { name, token, commits } = wanted;
  const host = await startGitServer({
    repositories: [{ name }],
    accounts: [{ login: 'sphera', token }],
  });
  const first = Date.now() - commits.length * DAY;
  await fastImport(host.folderOf(name), {
    branch: 'main',
    commits: commits.map(({ message, files }, index) => ({
      message,
      files,
      author: { name: 'Release bot', email: 'bot@kestrel.example' },
      at: first + index * DAY,
    })),
  });
  host.repositories.onPush(() => process.send!({ pushedAt: Date.now() }));
  process.once('disconnect', () => void host.stop().finally(process.exit));
  process.send!({ gitAt: host.urlOf(name) });
});
