import { REPOSITORY, somebody, startServer } from './__testUtils__/gitClient';
import { commitTo } from './commitTo';

async function startFilled() {
  const server = await startServer();
  const hash = await commitTo(server.folderOf(REPOSITORY), {
    files: {
      'booking/quotes/values.yaml': 'note: <b>&amp;</b>\ntag: 4.11.7\n',
    },
    message: 'quotes <4.11.7>\n\nBecause of "prices"\n',
    author: somebody,
    at: Date.parse('2026-11-20T09:00:00Z'),
  });
  const open = async (path: string) => {
    const response = await fetch(`${server.url}/${REPOSITORY}${path}`);
    return { status: response.status, text: await response.text() };
  };
  return { open, hash };
}

describe('pages of a repository', () => {
  it('show a commit with its message and what it changed, escaped', async () => {
    const { open, hash } = await startFilled();
    const { status, text } = await open(`/commit/${hash}`);
    expect(status).toBe(200);
    expect(text).toContain('quotes &lt;4.11.7&gt;');
    expect(text).toContain('Because of &quot;prices&quot;');
    expect(text).toContain('+note: &lt;b&gt;&amp;amp;&lt;/b&gt;');
    expect(text).toContain('Mei Lin');
    expect(text).not.toContain('<b>');
  });

  it('show a file of a branch and of a commit', async () => {
    const { open, hash } = await startFilled();
    for (const revision of ['main', hash]) {
      const { text } = await open(
        `/blob/${revision}/booking/quotes/values.yaml`,
      );
      expect(text).toContain('\ntag: 4.11.7\n');
    }
  });

  it('list what came last', async () => {
    const { open, hash } = await startFilled();
    const { text } = await open('');
    expect(text).toContain(`/${REPOSITORY}/commit/${hash}`);
  });

  it('do not have what there is not', async () => {
    const { open } = await startFilled();
    for (const path of [
      '/commit/abc',
      '/commit/0123456789',
      '/commit/--help',
      '/blob/main/none.yaml',
      '/blob/other/booking',
      '/pull/1',
      '/blob/main/%E0%A4%A',
    ]) {
      expect((await open(path)).status).toBe(404);
    }
  });
});
