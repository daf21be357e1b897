import { html, type Html } from '../../neighbours/html';

/** How Slack writes what it would read as markup otherwise. */
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>' };

const unescape = (text: string): string =>
  text.replace(/&(amp|lt|gt);/g, (_, name: string) => ENTITIES[name]);

// Links and mentions in angle brackets, code, and the three kinds of emphasis between word boundaries.
const MARKUP =
  /<([^<>|]+)(?:\|([^<>]*))?>|`([^`\n]+)`|(?<![\p{L}\p{N}])(?:\*([^*\n]+)\*|_([^_\n]+)_|~([^~\n]+)~)(?![\p{L}\p{N}])/u;

/** Slack's markup as HTML; only what the portal writes. */
export function mrkdwn(text: string): Html {
  const parts: Html[] = [];
  let quote: Html[] = [];
  const endQuote = () => {
    if (quote.length > 0) parts.push(html`<blockquote>${quote}</blockquote>`);
    quote = [];
  };
  for (const line of text.split('\n')) {
    const quoted = /^(?:>|&gt;) ?(.*)$/.exec(line);
    if (quoted) quote.push(html`<div>${inline(quoted[1])}</div>`);
    else {
      endQuote();
      parts.push(html`<div>${inline(line)}</div>`);
    }
  }
  endQuote();
  return html`${parts}`;
}

function inline(text: string): Html {
  const match = MARKUP.exec(text);
  if (!match) return html`${unescape(text)}`;
  const [whole, address, label, code, bold, italic, struck] = match;
  return html`${unescape(text.slice(0, match.index))}${marked()}${inline(
    text.slice(match.index + whole.length),
  )}`;

  function marked(): Html {
    if (address !== undefined) return link(unescape(address), label);
    if (code !== undefined) return html`<code>${unescape(code)}</code>`;
    if (bold !== undefined) return html`<b>${inline(bold)}</b>`;
    if (italic !== undefined) return html`<i>${inline(italic)}</i>`;
    return html`<s>${inline(struck)}</s>`;
  }
}

function link(address: string, label?: string): Html {
  const shown = unescape(label ?? address);
  return /^https?:\/\//.test(address)
    ? html`<a href="${address}">${shown}</a>`
    : html`<b class="mention">${shown.replace(/^[!@#]?/, '@')}</b>`;
}
