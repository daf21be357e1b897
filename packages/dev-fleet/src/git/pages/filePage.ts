import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type { HostedRepository } from '../HostedRepositories';
import { branchesOf } from '../movedBranches';
import { runGit } from '../runGit';

/**
 * A file as a branch or a commit has it; `undefined` where there is none.
 *
 * @param asked - `main/booking/quotes/values.yaml`
 */
export async function filePage(
  { name, folder }: HostedRepository,
  asked: string,
): Promise<Html | undefined> {
  const branches = [...(await branchesOf(folder)).keys()];
  const revision =
    branches.find(branch => asked.startsWith(`${branch}/`)) ??
    /^[0-9a-f]{40}(?=\/)/.exec(asked)?.[0];
  if (!revision) return undefined;
  const path = asked.slice(revision.length + 1);
  const text = await runGit(folder, [
    'cat-file',
    'blob',
    `${revision}:${path}`,
  ]).catch(() => undefined);
  if (text === undefined) return undefined;
  return page({
    title: `${path} · ${name}`,
    body: html`<p><a href="/${name}">${name}</a>, ${revision}</p>
      <h1>${path}</h1>
      <pre>${text}</pre>`,
  });
}
