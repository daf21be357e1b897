import type { ServerResponse } from 'node:http';
import { html } from '../neighbours/html';
import { page, sendPage } from '../neighbours/page';
import type { FlagCluster } from './FlagCluster';

/** Shows what applications of a cluster read; undefined: there is no such cluster. */
export async function sendFlagsPage(
  response: ServerResponse,
  cluster: FlagCluster | undefined,
): Promise<void> {
  if (!cluster) {
    const body = html`<h1>There is no such cluster</h1>`;
    sendPage(response, 404, page({ title: 'Not found', body }));
    return;
  }
  const flags = await cluster.flags();
  sendPage(
    response,
    200,
    page({
      title: `Flags of ${cluster.name}`,
      refresh: 2,
      body: html`
        <h1>Flags of ${cluster.name}</h1>
        <p class="faint">
          The file that flagd reads in this cluster, as it is now. An agent
          keeps it as the portal wishes.
        </p>
        <pre>${flags ? JSON.stringify({ flags }, null, 2) : 'Nothing yet'}</pre>
      `,
    }),
  );
}
