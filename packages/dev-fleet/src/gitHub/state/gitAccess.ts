import { plainAccess, type GitAccess } from '../../git/GitAccess';
import type { HostedRepository } from '../../git/HostedRepositories';
import type { GitHubWorld } from './GitHubWorld';
import { refusalsOf } from './refusalsOf';

/** What GitHub says to git: its own tokens, and its own rules. */
export function gitAccess(world: GitHubWorld, hasActions = false): GitAccess {
  const known = ({ name }: HostedRepository) => world.repository(name);
  return {
    accountFor: token => world.apps.accountOf(token),
    async pagesOf(hosted) {
      const all = (await known(hosted)?.book.list()) ?? [];
      return [
        { title: 'Pull requests', path: `/${hosted.name}/pulls` },
        ...(hasActions
          ? [{ title: 'Actions', path: `/${hosted.name}/actions` }]
          : []),
        ...all
          .filter(({ state }) => state === 'open')
          .map(({ number, title }) => ({
            title: `#${number} ${title}`,
            path: `/${hosted.name}/pull/${number}`,
          })),
      ];
    },
    isClosed(hosted) {
      return known(hosted)?.settings.archived
        ? 'This repository was archived so it is read-only.'
        : undefined;
    },
    async refusals(hosted, account, moves) {
      const repository = known(hosted);
      if (!repository) return plainAccess.refusals(hosted, account, moves);
      return refusalsOf(world, repository, { account, moves });
    },
  };
}
