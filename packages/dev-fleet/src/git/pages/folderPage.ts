import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type { HostedRepository } from '../HostedRepositories';
import { runGit } from '../runGit';
import { placeOf } from './placeOf';

/**
 * What is in a folder, as a branch or a commit has it; `undefined` where there is none.
 *
 * @param asked - `main/booking`, or `main` alone
 */
export async function folderPage(
  { name, folder }: HostedRepository,
  asked: string,
): Promise<Html | undefined> {
  const place = await placeOf(folder, asked);
  if (!place) return undefined;
  const { revision, path } = place;
  const which = `${revision}:${path}`;
  const listed = await runGit(folder, ['ls-tree', '-z', which]).catch(
    () => undefined,
  );
  if (listed === undefined) return undefined;
  const entries = listed
    .split('\0')
    .filter(Boolean)
    .map(line => {
      const [about, entry] = line.split('\t');
      const isFolder = about.includes(' tree ');
      const below = path ? `${path}/${entry}` : entry;
      return { entry, isFolder, below };
    })
    .sort((one, other) => Number(other.isFolder) - Number(one.isFolder));
  return page({
    title: `${path || name} · ${name}`,
    body: html`<p><a href="/${name}">${name}</a>, ${revision}</p>
      <h1>${path || 'Files'}</h1>
      <ul>
        ${entries.map(
          ({ entry, isFolder, below }) =>
            html`<li>
              <a
                href="/${name}/${isFolder
                  ? 'tree'
                  : 'blob'}/${revision}/${below}"
                >${entry}${isFolder ? '/' : ''}</a
              >
            </li>`,
        )}
      </ul>`,
  });
}
