import { gitOutput } from '../../git/runGit';
import { notFound } from '../GitHubError';
import type { Answer, RepositoryCall, Route } from './Call';
import { commitOf } from './resolveCommit';

/** https://docs.github.com/en/rest/repos/contents#download-a-repository-archive-tar, and where that leads. */
export const archives: Route[] = [
  { method: 'GET', path: '/tarball', answer: call => lead(call, 'tar.gz') },
  { method: 'GET', path: '/tarball/*', answer: call => lead(call, 'tar.gz') },
  { method: 'GET', path: '/zipball', answer: call => lead(call, 'zip') },
  { method: 'GET', path: '/zipball/*', answer: call => lead(call, 'zip') },
  { method: 'GET', path: '/legacy.:/*', answer: archive },
];

async function lead(
  { origin, repository, parts }: RepositoryCall,
  kind: string,
): Promise<Answer> {
  const ref = parts[0] ?? repository.hosted.branch;
  if (!(await commitOf(repository.hosted, ref))) throw notFound();
  const location = `${origin}/_codeload/${repository.name}/legacy.${kind}/${ref}`;
  return { status: 302, headers: { location } };
}

async function archive(call: RepositoryCall): Promise<Answer> {
  const [kind, ref] = call.parts;
  const { hosted, name } = call.repository;
  const sha = await commitOf(hosted, ref);
  if (!sha || !['tar.gz', 'zip'].includes(kind)) throw notFound();
  const top = `${name.replace('/', '-')}-${sha.slice(0, 7)}`;
  const content = await gitOutput(hosted.folder, [
    'archive',
    `--format=${kind}`,
    `--prefix=${top}/`,
    sha,
  ]);
  return {
    bytes: {
      type: kind === 'zip' ? 'application/zip' : 'application/x-gzip',
      content,
    },
    headers: { 'content-disposition': `attachment; filename=${top}.${kind}` },
  };
}
