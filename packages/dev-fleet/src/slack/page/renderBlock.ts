import { html, type Html } from '../../neighbours/html';
import { mrkdwn } from './mrkdwn';

interface TextObject {
  type: string;
  text: string;
}

interface Block {
  type: string;
  text?: TextObject;
  fields?: TextObject[];
  elements?: TextObject[];
}

const written = ({ type, text }: TextObject): Html =>
  type === 'mrkdwn' ? mrkdwn(text) : html`${text}`;

/** A block of a message as HTML. */
export function renderBlock(block: object): Html {
  const { type, text, fields = [], elements = [] } = block as Block;
  switch (type) {
    case 'divider':
      return html`<hr />`;
    case 'header':
      return html`<h3>${text && written(text)}</h3>`;
    case 'context':
      return html`<div class="faint">
        ${elements.map(element => html`<span>${written(element)}</span>`)}
      </div>`;
    default:
      return html`<div class="section">
        ${text && written(text)}
        ${fields.length > 0 &&
        html`<div class="fields">
          ${fields.map(field => html`<div>${written(field)}</div>`)}
        </div>`}
      </div>`;
  }
}
