import type { ServerResponse } from 'node:http';
import { html, Html } from './html';

const STYLE = new Html(`
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 60rem; font: 16px/1.5 system-ui, sans-serif;
  color: light-dark(#1c1f23, #e4e6e9); background: light-dark(#fbfbfa, #16181b); }
a { color: light-dark(#1257b8, #8ab8ff); }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
pre, code { font: 0.875em/1.5 ui-monospace, monospace; }
pre { overflow-x: auto; padding: 0.75rem; border-radius: 6px; background: light-dark(#f0f0ee, #202327); }
.faint { color: light-dark(#5c636b, #9aa2ab); font-size: 0.875rem; }
`);

/** A small page of a stand-in, light or dark as the reader likes. */
export function page(content: {
  title: string;
  body: Html;
  /** What only this page needs. */
  style?: string;
  /** Loads itself again after so many seconds. */
  refresh?: number;
}): Html {
  const { title, body, style, refresh } = content;
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${refresh !== undefined &&
        html`<meta http-equiv="refresh" content="${refresh}" />`}
        <title>${title}</title>
        <style>
          ${STYLE}${new Html(style ?? '')}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}

/** Answers with a page. */
export function sendPage(
  response: ServerResponse,
  code: number,
  content: Html,
): void {
  response
    .writeHead(code, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'",
    })
    .end(content.text);
}
