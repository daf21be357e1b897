import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { failingPages } from './failingPages.mjs';

describe('pages on which a browser test failed', () => {
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sphera-pages-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('are shown as the runner left them, without what the runner says beside', async () => {
    await mkdir(join(folder, 'a-form'));
    await writeFile(
      join(folder, 'a-form', 'error-context.md'),
      '# Instructions\n\nLook.\n\n# Page snapshot\n\n- heading "Create"\n\n# Test source\n\nit();\n',
    );
    assert.deepEqual(await failingPages(folder), [
      { test: 'a-form', page: '- heading "Create"' },
    ]);
  });

  it('are none where every test passed', async () => {
    assert.deepEqual(await failingPages(join(folder, 'nothing')), []);
  });

  it('are cut, so that one page does not hide all others', async () => {
    await writeFile(
      join(folder, 'a-form', 'error-context.md'),
      'x'.repeat(9_000),
    );
    assert.equal((await failingPages(folder))[0].page.length, 6_000);
  });
});
