import { mrkdwn } from './page/mrkdwn';
import { startSlackStandIn, type RunningSlack } from './startSlackStandIn';

let slack: RunningSlack;
beforeEach(async () => {
  slack = await startSlackStandIn({
    channels: [{ name: 'booking' }, { name: 'quiet' }],
  });
});
afterEach(() => slack.stop());

const page = async () => (await fetch(slack.pageUrl)).text();
const post = (text: string, blocks: object[] = []) =>
  slack.workspace.post(slack.workspace.find('booking')!, { text, blocks });

describe('the page with Slack’s messages', () => {
  it('says that there are none yet', async () => {
    expect(await page()).toContain('Nobody has posted anything yet');
  });

  it('shows what people would see, and loads itself again', async () => {
    post('fallback', [
      { type: 'header', text: { type: 'plain_text', text: 'Rolling back' } },
      {
        type: 'section',
        fields: [{ type: 'mrkdwn', text: '*From*\n4.12.1' }],
      },
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: '<http://portal.example/1|Open it>' },
        ],
      },
    ]);
    const shown = await page();
    expect(shown).toContain('#booking');
    expect(shown).toContain('<h3>Rolling back</h3>');
    expect(shown).toContain('<b>From</b>');
    expect(shown).toContain('<a href="http://portal.example/1">Open it</a>');
    expect(shown).not.toContain('fallback');
    expect(shown).toMatch(/Empty: #quiet/);
    expect(shown).toContain('http-equiv="refresh"');
  });

  it('runs nothing that somebody wrote', async () => {
    const evil = '<script>alert(1)</script>" onload="x';
    post(evil);
    post('x', [
      { type: 'header', text: { type: 'plain_text', text: evil } },
      { type: 'section', text: { type: 'mrkdwn', text: evil } },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '<javascript:alert(1)|click>' },
      },
    ]);
    const response = await fetch(slack.pageUrl);
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
    const shown = await response.text();
    expect(shown).not.toContain('<script');
    expect(shown).not.toContain('" onload="');
    expect(shown).not.toContain('href="javascript');
  });

  it('is where a message’s own address leads to', async () => {
    const { channel, ts } = post('hello');
    const id = ts.replace('.', '');
    const response = await fetch(
      `${slack.pageUrl}/archives/${channel}/p${id}`,
      {
        redirect: 'manual',
      },
    );
    expect(response.headers.get('location')).toBe(`/slack#${channel}-p${id}`);
    expect(await page()).toContain(`id="${channel}-p${id}"`);
  });
});

describe('Slack’s markup', () => {
  it.each([
    [
      '*bold* _italic_ ~gone~ `a*b*`',
      '<b>bold</b> <i>italic</i> <s>gone</s> <code>a*b*</code>',
    ],
    ['snake_case_name 2*3*4', 'snake_case_name 2*3*4'],
    ['&lt;b&gt; &amp;amp;', '&lt;b&gt; &amp;amp;'],
    [
      '<!here> <https://a.example/?a=1&amp;b=2>',
      '<b class="mention">@here</b> <a href="https://a.example/?a=1&amp;b=2">https://a.example/?a=1&amp;b=2</a>',
    ],
  ])('%s', (written, shown) => {
    expect(mrkdwn(written).text).toBe(`<div>${shown}</div>`);
  });

  it('quotes line by line', () => {
    expect(mrkdwn('a\n> b\n> c\nd').text).toBe(
      '<div>a</div><blockquote><div>b</div><div>c</div></blockquote><div>d</div>',
    );
  });
});
