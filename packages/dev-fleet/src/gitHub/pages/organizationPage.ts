import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type { GitHubRepository } from '../state/GitHubRepository';
import type { Organization } from '../state/Organization';

/** The repositories of an organisation, by name. */
export function organizationPage(
  { login, wish }: Organization,
  all: GitHubRepository[],
): Html {
  const title = wish.name ?? login;
  const sorted = [...all].sort((one, other) =>
    one.name.localeCompare(other.name),
  );
  return page({
    title,
    body: html`<h1>${title}</h1>
      <ul>
        ${sorted.map(
          ({ name, settings }) => html`<li>
            <a href="/${name}">${name.split('/')[1]}</a>
            <span class="faint">${settings.description ?? ''}</span>
          </li>`,
        )}
      </ul>`,
  });
}
