import { html, type Html } from '../../neighbours/html';
import { page } from '../../neighbours/page';
import type {
  SlackChannel,
  SlackMessage,
  SlackWorkspace,
} from '../SlackWorkspace';
import { renderBlock } from './renderBlock';

const STYLE = `
article { margin: 0.75rem 0; padding: 0.75rem 1rem; border-radius: 8px;
  border: 1px solid light-dark(#dcdcd8, #33373d); background: light-dark(#ffffff, #1c1f23); }
article:target { outline: 2px solid light-dark(#1257b8, #8ab8ff); }
article h3 { margin: 0.25rem 0 0.5rem; font-size: 1.05rem; }
article .section { margin: 0.5rem 0; }
article .faint span + span::before { content: " · "; }
article .faint div { display: inline; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 0.5rem 1.5rem; }
blockquote { margin: 0.25rem 0; padding-left: 0.75rem; border-left: 4px solid light-dark(#c9c9c4, #4a4f57); }
.mention { background: light-dark(#fff3c2, #4a3d0c); border-radius: 3px; padding: 0 2px; }
`;

/** All channels with their messages, the newest first. */
export function slackPage(workspace: SlackWorkspace): Html {
  const told = workspace.channels.map(channel => ({
    channel,
    messages: workspace.messages(channel.id).reverse(),
  }));
  const [full, empty] = [true, false].map(isFull =>
    told.filter(({ messages }) => messages.length > 0 === isFull),
  );
  return page({
    title: 'Slack of Kestrel Parcels',
    style: STYLE,
    refresh: 3,
    body: html`
      <h1>Slack of Kestrel Parcels</h1>
      <p class="faint">
        A stand-in on this machine. It shows what the portal posts, and loads
        itself again every three seconds.
      </p>
      ${full.length === 0 && html`<p>Nobody has posted anything yet.</p>`}
      ${full.map(({ channel, messages }) => channelPart(channel, messages))}
      ${empty.length > 0 &&
      html`<p class="faint">
        Empty: ${empty.map(({ channel }) => `#${channel.name}`).join(', ')}
      </p>`}
    `,
  });
}

function channelPart({ name }: SlackChannel, messages: SlackMessage[]): Html {
  return html`<h2>#${name}</h2>
    ${messages.map(messagePart)}`;
}

function messagePart(message: SlackMessage): Html {
  const { channel, ts, text, blocks, editedTs } = message;
  const id = `${channel}-p${ts.replace('.', '')}`;
  return html`<article id="${id}">
    <div class="faint">
      <b>portal</b> <a href="/slack#${id}">${moment(ts)}</a> ${editedTs &&
      html`(edited ${moment(editedTs)})`}
    </div>
    ${blocks.length > 0 ? blocks.map(renderBlock) : html`<p>${text}</p>`}
  </article>`;
}

/** `2026-11-24 18:00:00 UTC` */
function moment(ts: string): string {
  const [day, time] = new Date(Number(ts) * 1_000).toISOString().split('T');
  return `${day} ${time.slice(0, 8)} UTC`;
}
