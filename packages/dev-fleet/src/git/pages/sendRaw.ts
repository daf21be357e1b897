import type { ServerResponse } from 'node:http';
import type { HostedRepository } from '../HostedRepositories';
import { gitOutput } from '../runGit';
import { placeOf } from './placeOf';

/** Answers with a file itself, as text that no browser runs. */
export async function sendRaw(
  response: ServerResponse,
  { folder }: HostedRepository,
  asked: string,
): Promise<void> {
  const place = await placeOf(folder, asked);
  const content =
    place &&
    (await gitOutput(folder, [
      'cat-file',
      'blob',
      `${place.revision}:${place.path}`,
    ]).catch(() => undefined));
  response
    .writeHead(content ? 200 : 404, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
    .end(content ?? '404: Not Found');
}
