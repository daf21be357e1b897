import { startNeighbours } from '../neighbours/startNeighbours';
import { CodefreshStandIn } from './CodefreshStandIn';

const token = 'key-of-a-test-Hw6nRt2V';
let codefresh: CodefreshStandIn;
let server: Awaited<ReturnType<typeof startNeighbours>>;

beforeEach(async () => {
  codefresh = new CodefreshStandIn({ token });
  server = await startNeighbours([codefresh]);
});
afterEach(() => server.stop());

async function ask(method: string, path: string, body?: object, key = token) {
  const response = await fetch(`${server.url}/codefresh/api/${path}`, {
    method,
    headers: { authorization: key, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}
const create = (name = 'shop/quotes') =>
  ask('POST', 'pipelines', {
    version: '1.0',
    kind: 'pipeline',
    metadata: { name, labels: { tags: ['booking'] } },
    spec: { triggers: [] },
  });

describe('Codefresh’s stand-in', () => {
  beforeEach(() => ask('POST', 'projects', { projectName: 'shop' }));

  it('lets nobody in without its key', async () => {
    expect((await ask('GET', 'pipelines', undefined, 'other')).status).toBe(
      401,
    );
  });

  it('has a project by its name', async () => {
    expect((await ask('GET', 'projects/name/shop')).body).toMatchObject({
      projectName: 'shop',
    });
    expect((await ask('GET', 'projects/name/other')).status).toBe(404);
    expect(
      (await ask('POST', 'projects', { projectName: 'shop' })).status,
    ).toBe(400);
  });

  it('makes a pipeline in a project, which is found by its name and by its id', async () => {
    const { body } = await create();
    expect(body.metadata).toMatchObject({
      name: 'shop/quotes',
      project: 'shop',
      labels: { tags: ['booking'] },
    });
    for (const key of ['shop%2Fquotes', body.metadata.id]) {
      expect((await ask('GET', `pipelines/${key}`)).body).toEqual(body);
    }
    expect((await ask('GET', 'pipelines')).body.count).toBe(1);
  });

  it('makes no pipeline twice, none without a project, none without a name', async () => {
    await create();
    expect((await create()).status).toBe(400);
    expect((await create('other/quotes')).status).toBe(404);
    expect((await create('quotes')).status).toBe(400);
  });

  it('changes a pipeline, and takes it away', async () => {
    const { body } = await create();
    const path = 'pipelines/shop%2Fquotes';
    const changed = await ask('PUT', path, {
      metadata: { name: 'shop/quotes' },
      spec: { triggers: [{ name: 'push' }] },
    });
    expect(changed.body).toMatchObject({
      metadata: { id: body.metadata.id, revision: 2 },
      spec: { triggers: [{ name: 'push' }] },
    });
    expect((await ask('DELETE', path)).status).toBe(204);
    expect((await ask('DELETE', path)).status).toBe(404);
    expect((await create()).status).toBe(200);
  });

  it('can lose an answer after it has done what was asked', async () => {
    codefresh.faulty.set('lost', { calls: ['POST pipelines'], times: 1 });
    await expect(create()).rejects.toThrow();
    expect((await ask('GET', 'pipelines/shop%2Fquotes')).status).toBe(200);
  });

  it('has a page of each pipeline', async () => {
    await create();
    const shown = await fetch(`${server.url}/codefresh/pipelines/shop/quotes`);
    expect(await shown.text()).toContain('triggers: []');
    const other = await fetch(`${server.url}/codefresh/pipelines/shop/other`);
    expect(other.status).toBe(404);
  });
});
