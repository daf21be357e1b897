import { versionIn } from '../../gitops/versionIn';
import { REGISTRY } from '../../kubernetes/demo/workload';
import { commitTo } from '../commitTo';
import type { HostedRepositories } from '../HostedRepositories';
import { readFiles } from '../readFiles';
import { demoFiles } from './demoFiles';
import { releaseBot } from './people';

/**
 * Commits the next version of a service for a cluster, as the pipeline of the demo company does; where a file stands for several
 * clusters, only for the first of them.
 *
 * @returns the version; `undefined` where there was nothing to do
 */
export async function releaseNext(
  repositories: HostedRepositories,
  {
    service,
    cluster,
    at,
  }: { service: string; cluster: string; /** In milliseconds. */ at: number },
): Promise<string | undefined> {
  const file = demoFiles.find(
    ({ service: { name }, clusters }) =>
      name === service && clusters[0].name === cluster,
  );
  const repository = file && repositories.get(file.repository);
  if (!repository) return undefined;
  const { name, folder, branch } = repository;
  const [text] = await readFiles(folder, branch, [file.path]);
  if (text === undefined) return undefined;
  const version = versionIn(text, file.place);
  const next = version.replace(/\d+$/, last => String(Number(last) + 1));
  await commitTo(folder, {
    branch,
    files: { [file.path]: text.replace(version, next) },
    message: `${service} ${next} in ${file.where}\n\nImage: ${REGISTRY}/${service}:${next}\n`,
    author: releaseBot,
    at,
  });
  repositories.pushed(name, branch);
  return next;
}
