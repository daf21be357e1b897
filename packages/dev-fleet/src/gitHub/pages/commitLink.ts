import { html, type Html } from '../../neighbours/html';

/** A commit by its first letters. */
export function commitLink(name: string, hash: string): Html {
  return html`<a href="/${name}/commit/${hash}"
    ><code>${hash.slice(0, 8)}</code></a
  >`;
}
