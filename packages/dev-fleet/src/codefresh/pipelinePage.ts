import type { ServerResponse } from 'node:http';
import { stringify } from 'yaml';
import { html } from '../neighbours/html';
import { page, sendPage } from '../neighbours/page';
import type { Pipelines } from './Pipelines';

/** Answers with the page of a pipeline, `sphera/quotes`. */
export async function sendPipeline(
  response: ServerResponse,
  pipelines: Pipelines,
  name: string,
): Promise<void> {
  const found = pipelines.list().find(({ metadata }) => metadata.name === name);
  const body = found
    ? html`<h1>${name}</h1>
        <p class="faint">A pipeline of Codefresh. It does not run here.</p>
        <pre>${stringify(found.spec)}</pre>`
    : html`<h1>There is no such pipeline</h1>
        <p>Codefresh has none that is called ${name}.</p>`;
  sendPage(response, found ? 200 : 404, page({ title: name, body }));
}
