import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type { GitHubRepository } from '../state/GitHubRepository';
import type { Organization } from '../state/Organization';

/** The repositories of an organisation. */
export function organizationPage(
  { login, wish }: Organization,
  all: GitHubRepository[],
): Html {
  const title = wish.name ?? login;
  return page({
    title,
    body: html`<h1>${title}</h1>
      <ul>
        ${all.map(
          ({ name, settings }) => html`<li>
            <a href="/${name}">${name.split('/')[1]}</a>
            <span class="faint">${settings.description ?? ''}</span>
          </li>`,
        )}
      </ul>`,
  });
}
