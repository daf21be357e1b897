import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOf, PROJECT } from './__testUtils__/readTemplate';

const read = (...path: string[]) => readFile(join(...path), 'utf8');

describe('the two templates', () => {
  it.each([
    'base/.editorconfig',
    'base/.github/CODEOWNERS',
    'base/.github/workflows/ci.yaml',
    'base/.npmrc',
    'base/mkdocs.yml',
    'base/scripts/deploy.sh',
    'codefresh/codefresh.yaml',
  ])('have the same %s', async file => {
    const [one, other] = await Promise.all(
      (['microservice', 'microfrontend'] as const).map(name =>
        read(folderOf(name), 'skeleton', file),
      ),
    );
    expect(one).toBe(other);
  });

  it.each(['microservice', 'microfrontend'] as const)(
    'bring the gate script of the documentation: %s',
    async name => {
      const script = 'sphera-gate.sh';
      expect(await read(folderOf(name), 'skeleton/base/scripts', script)).toBe(
        await read(PROJECT, 'docs/enforcement', script),
      );
    },
  );
});
