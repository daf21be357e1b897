import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  makeRepository,
  ORG,
  startGitHub,
  type StartedGitHub,
} from './__testUtils__/startGitHub';

let started: StartedGitHub;

beforeEach(async () => {
  started = await startGitHub();
  const where = await makeRepository(started);
  const { rest } = started.as('portal');
  for (const path of ['catalog-info.yaml', 'docs/index.md', 'docs/call.md']) {
    await rest.repos.createOrUpdateFileContents({
      ...where,
      path,
      message: `Add ${path}`,
      content: Buffer.from(`${path}\n`).toString('base64'),
    });
  }
});

const reader = () =>
  UrlReaders.default({
    logger: mockServices.logger.mock(),
    config: new ConfigReader({
      integrations: { github: [started.integration] },
    }),
  });
const at = (path: string) => `${started.url}/${ORG}/parcels/${path}`;

describe("Backstage's reader of GitHub", () => {
  it('reads a file, and learns that it is as it was', async () => {
    const url = at('blob/main/catalog-info.yaml');
    const read = await reader().readUrl(url);
    expect(String(await read.buffer())).toBe('catalog-info.yaml\n');
    await expect(
      reader().readUrl(url, { etag: read.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it('says of a file that is not there that it is not', async () => {
    await expect(
      reader().readUrl(at('blob/main/nothing.yaml')),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('reads a folder with all below it', async () => {
    const tree = await reader().readTree(at('tree/main/docs'));
    const files = await tree.files();
    expect(files.map(({ path }) => path).sort()).toEqual([
      'call.md',
      'index.md',
    ]);
    await expect(
      reader().readTree(at('tree/main/docs'), { etag: tree.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it('reads the default branch where none is named', async () => {
    const tree = await reader().readTree(`${started.url}/${ORG}/parcels`);
    expect(await tree.files()).toHaveLength(4);
  });

  it('searches by a pattern', async () => {
    const { files } = await reader().search(at('blob/main/**/*.md'));
    expect(files.map(({ url }) => url).sort()).toEqual([
      at('blob/main/README.md'),
      at('blob/main/docs/call.md'),
      at('blob/main/docs/index.md'),
    ]);
    expect(String(await files[1].content())).toMatch(/^docs\//);
  });
});
