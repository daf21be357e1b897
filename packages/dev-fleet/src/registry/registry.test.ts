import { demoVersions } from '../git/demo/demoVersions';
import { services } from '../kubernetes/demo/services';
import { startNeighbours } from '../neighbours/startNeighbours';
import { demoRegistry, DEMO_REGISTRY_ACCOUNT } from './demoRegistry';
import {
  startRegistryStandIn,
  type RunningRegistry,
} from './startRegistryStandIn';

const INDEX = 'application/vnd.oci.image.index.v1+json';
const credentials = { username: 'portal', password: 'x' };
const basic = `Basic ${Buffer.from('portal:x').toString('base64')}`;

describe('the registry’s stand-in', () => {
  let registry: RunningRegistry;
  beforeEach(async () => {
    registry = await startRegistryStandIn({
      images: { 'team/quotes': ['1.0.0'] },
      credentials,
    });
  });
  afterEach(() => registry.stop());

  const look = (tag: string, headers: Record<string, string> = {}) =>
    fetch(`${registry.url}/v2/team/quotes/manifests/${tag}`, {
      headers: { accept: INDEX, ...headers },
    });
  async function token(scope: string, authorization = basic) {
    return fetch(`${registry.url}/registry/token?service=x&scope=${scope}`, {
      headers: { authorization },
    });
  }
  async function bearer(scope = 'repository:team/quotes:pull') {
    return `Bearer ${(await (await token(scope)).json()).token}`;
  }

  it('sends whoever comes without a token to fetch one', async () => {
    const { status, headers } = await look('1.0.0');
    const { host } = new URL(registry.url);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe(
      `Bearer realm="${registry.url}/registry/token",service="${host}",scope="repository:team/quotes:pull"`,
    );
  });

  it('gives a token to its accounts alone', async () => {
    expect((await token('a')).status).toBe(200);
    expect((await token('a', 'Basic nobody')).status).toBe(401);
  });

  it('tells which images are there, to whoever says that they read indexes', async () => {
    const authorization = await bearer();
    const there = await look('1.0.0', { authorization });
    expect(there.status).toBe(200);
    expect(there.headers.get('docker-content-digest')).toMatch(/^sha256:/);
    expect((await look('2.0.0', { authorization })).status).toBe(404);
    expect(
      (await look('1.0.0', { authorization, accept: 'text/plain' })).status,
    ).toBe(404);
  });

  it('has what was pushed since', async () => {
    const authorization = await bearer();
    registry.registry.push('team/quotes', '2.0.0');
    expect((await look('2.0.0', { authorization })).status).toBe(200);
    expect((await look('1.0.0', { authorization })).status).toBe(200);
  });

  it('lets nobody in with a token for something else', async () => {
    const authorization = await bearer('repository:team/other:pull');
    expect((await look('1.0.0', { authorization })).status).toBe(401);
  });
});

describe('the registry of the demo company', () => {
  it('has what runs, and not what was never pushed', async () => {
    const { url, stop } = await startNeighbours([demoRegistry()]);
    const { username, password } = DEMO_REGISTRY_ACCOUNT;
    const authorization = `Basic ${Buffer.from(
      `${username}:${password}`,
    ).toString('base64')}`;
    const statusOf = async (name: string, tag: string) => {
      const answer = await fetch(
        `${url}/registry/token?scope=repository:${name}:pull`,
        { headers: { authorization } },
      );
      const { token } = await answer.json();
      const response = await fetch(`${url}/v2/${name}/manifests/${tag}`, {
        method: 'HEAD',
        headers: { accept: INDEX, authorization: `Bearer ${token}` },
      });
      return response.status;
    };
    for (const { name, versions } of services) {
      expect(await statusOf(name, versions.at(-1)![0])).toBe(200);
    }
    expect(await statusOf('payments', '2.31.0')).toBe(200);
    expect(await statusOf('dispatch', '6.4.0-missing-scans')).toBe(404);
    const [oldest, older, old] = demoVersions().bookings;
    expect(await statusOf('bookings', oldest)).toBe(404);
    expect(await statusOf('bookings', older)).toBe(404);
    expect(await statusOf('bookings', old)).toBe(200);
    await stop();
  });
});
