// @vitest-environment node
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type Server } from './server.ts';

describe('the server', () => {
  let folder: string;
  let server: Server;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'page-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<h1>The page</h1>');
    await writeFile(join(folder, 'remote.js'), 'export {}');
    await writeFile(join(folder, 'assets', 'page-1a2b.js'), '');
    server = await startServer(folder, { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const get = (path: string) => fetch(`${server.url}${path}`);

  it('answers with the page wherever the page has an address', async () => {
    for (const path of ['/', '/parcels/17?open=yes']) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe('<h1>The page</h1>');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('lets browsers keep what never changes', async () => {
    const answer = await get('/assets/page-1a2b.js');
    expect(answer.headers.get('cache-control')).toContain('immutable');
  });

  it('lets other pages take it in', async () => {
    const answer = await get('/remote.js');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  it('says that a file is missing', async () => {
    expect((await get('/assets/page-gone.js')).status).toBe(404);
    expect((await get('/../package.json')).status).toBe(404);
  });

  it('is live and ready, and measures requests', async () => {
    expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
    const metrics = await (await get('/metrics')).text();
    expect(metrics).toContain('http_request_duration_seconds_count{method="GET",route="/health/live",status="200"} 1');
  });
});
