import type { ServerResponse } from 'node:http';
import { timestamp } from '../kubernetes/clock';
import { html, type Html } from '../neighbours/html';
import { page, sendPage } from '../neighbours/page';
import type { Health } from './healthOf';
import type { SyncedApplication } from './SyncedApplication';

/** Answers with the page of an application, or where none is named with a list of all. */
export function sendApplications(
  response: ServerResponse,
  all: ReadonlyArray<{ application: SyncedApplication; health: Health }>,
  name: string | undefined,
): void {
  if (name === undefined) return sendPage(response, 200, listPage(all));
  const found = all.find(({ application }) => application.name === name);
  return sendPage(
    response,
    found ? 200 : 404,
    found
      ? applicationPage(found)
      : page({
          title: 'Not found',
          body: html`<h1>There is no application ${name}</h1>`,
        }),
  );
}

function listPage(
  all: ReadonlyArray<{ application: SyncedApplication; health: Health }>,
): Html {
  return page({
    title: 'Argo CD',
    refresh: 5,
    body: html`<h1>Applications</h1>
      <ul>
        ${all.map(
          ({ application: { name, state }, health }) =>
            html`<li>
              <a href="/argocd/applications/${name}">${name}</a>: ${state.sync},
              ${health.status}
            </li>`,
        )}
      </ul>`,
  });
}

function applicationPage({
  application: { name, state, operation, reconciledAt },
  health,
}: {
  application: SyncedApplication;
  health: Health;
}): Html {
  const { repository, file, revision, desired, cluster, namespace } = state;
  return page({
    title: `${name} · Argo CD`,
    refresh: 3,
    body: html`<p><a href="/argocd/applications">Applications</a></p>
      <h1>${name}</h1>
      <p>
        <strong>${state.sync}</strong> · <strong>${health.status}</strong>
        ${health.message}
      </p>
      <p>
        <code>image.tag</code> ${desired} in cluster ${cluster}, namespace
        ${namespace}
      </p>
      <p>
        Follows
        <a href="/${repository}/blob/main/${file}">${file}</a>
        ${revision &&
        html` at
          <a href="/${repository}/commit/${revision}"
            ><code>${revision.slice(0, 8)}</code></a
          >`}
      </p>
      ${operation &&
      html`<h2>Last sync</h2>
        <p>
          ${operation.phase} · ${operation.by ?? 'automated'}
          ${operation.message}
        </p>`}
      <p class="faint">Compared at ${timestamp(reconciledAt)}</p>`,
  });
}
