import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { failingPages } from './failingPages.mjs';

const block = (language, text) => `\`\`\`${language}\n${text}\n\`\`\`\n`;
const AROUND = '# Instructions\n\nLook.\n\n# Test info\n\n- Name: a form\n\n';
const ERROR = `# Error details\n\n${block('', 'Error: not there')}\n`;
const SOURCE = `# Test source\n\n${block('ts', 'it();')}`;
const PAGE = '- heading "Create"\n- list:\n  - text: ```\n  - listitem';

describe('pages on which a browser test failed', () => {
  let folder;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sphera-pages-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function leave(test, text) {
    await mkdir(join(folder, test));
    await writeFile(join(folder, test, 'error-context.md'), text);
  }

  it('are shown as the runner left them, without what the runner says beside', async () => {
    const page = `# Page snapshot\n\n${block('yaml', PAGE)}\n`;
    await leave('a-form', AROUND + ERROR + page + SOURCE);
    assert.deepEqual(await failingPages(folder), [
      { test: 'a-form', page: PAGE },
    ]);
  });

  it('are shown as well where the runner has them below the error of an expectation', async () => {
    await leave('a-form', `${AROUND}${ERROR}${block('yaml', PAGE)}\n${SOURCE}`);
    assert.deepEqual(await failingPages(folder), [
      { test: 'a-form', page: PAGE },
    ]);
  });

  it('are those that were seen last, where several expectations failed', async () => {
    const first = block('yaml', '- heading "Before"');
    await leave('a-form', `${AROUND}${ERROR}${first}\n${block('yaml', PAGE)}`);
    assert.deepEqual(await failingPages(folder), [
      { test: 'a-form', page: PAGE },
    ]);
  });

  it('are left out where a test failed without any', async () => {
    await leave('a-form', AROUND + ERROR + SOURCE);
    await leave('a-list', `${AROUND}${ERROR}${block('yaml', PAGE)}`);
    assert.deepEqual(await failingPages(folder), [
      { test: 'a-list', page: PAGE },
    ]);
  });

  it('are none where every test passed', async () => {
    assert.deepEqual(await failingPages(join(folder, 'nothing')), []);
  });

  it('are cut, so that one page does not hide all others', async () => {
    await leave('a-form', block('yaml', 'x'.repeat(9_000)));
    assert.equal((await failingPages(folder))[0].page.length, 6_000);
  });
});
