import type { IncomingMessage } from 'node:http';
import type {
  HostedRepositories,
  HostedRepository,
} from './HostedRepositories';

/** A request of git's HTTP protocol. */
export interface GitRequest {
  repository: HostedRepository;
  /** Below the repository: `/info/refs`, `/git-upload-pack`, `/git-receive-pack`. */
  path: string;
  /** Without its question mark. */
  query: string;
  isPush: boolean;
  /** Whether it brings what is pushed, and is not only about to. */
  bringsPack: boolean;
}

/** What a request asks of git; `undefined` where it is none of git's. */
export function gitRequestOf(
  { url = '/' }: IncomingMessage,
  repositories: HostedRepositories,
): GitRequest | undefined {
  const { pathname, search } = new URL(url, 'http://127.0.0.1');
  const [, name, path] =
    /^\/([^/]+\/[^/]+?)(?:\.git)?(\/(?:info\/refs|git-upload-pack|git-receive-pack))$/.exec(
      pathname,
    ) ?? [];
  const repository = name && repositories.get(name);
  if (!repository) return undefined;
  const bringsPack = path === '/git-receive-pack';
  return {
    repository,
    path,
    query: search.slice(1),
    isPush: bringsPack || search.includes('service=git-receive-pack'),
    bringsPack,
  };
}
