import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type { HostedRepository } from '../HostedRepositories';
import { runGit } from '../runGit';
import { placeOf } from './placeOf';

/**
 * A file as a branch or a commit has it; `undefined` where there is none.
 *
 * @param asked - `main/booking/quotes/values.yaml`
 */
export async function filePage(
  { name, folder }: HostedRepository,
  asked: string,
): Promise<Html | undefined> {
  const place = await placeOf(folder, asked);
  if (!place) return undefined;
  const { revision, path } = place;
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
