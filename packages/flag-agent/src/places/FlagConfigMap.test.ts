import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  readRules,
  startKubernetesStandIn,
  type KubernetesStandIn,
} from '@sphera/dev-fleet';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { AgentOfTest, entry } from '../__testUtils__/AgentOfTest';
import { OFF, ON } from '../__testUtils__/definitions';
import { quickClock } from '../__testUtils__/quickClock';
import { ClusterApi } from './ClusterApi';
import { FlagConfigMap } from './FlagConfigMap';
import { FlagFile } from './FlagFile';
import { MirroredPlace } from './MirroredPlace';
import { describePlace } from './__testUtils__/placeContract';

const where = { namespace: 'default', name: 'flags' };
const PATH = '/api/v1/namespaces/default/configmaps';

const AGENT = 'system:serviceaccount:default:sphera-flag-agent';
/** What is shipped: what it allows is all that the agent may do here. */
const manifest = readFileSync(
  resolve(__dirname, '../../manifests/config-map.yaml'),
  'utf8',
);

let kubernetes: KubernetesStandIn;
let folder: string;
let apis: ClusterApi[];

/** The API, as who has this token. */
async function apiOf(token: string): Promise<ClusterApi> {
  const tokenFile = join(folder, token);
  await writeFile(tokenFile, `${token}\n`);
  const api = new ClusterApi({ url: kubernetes.urlOf('here'), tokenFile });
  apis.push(api);
  return api;
}

/** Makes it as the manifest does. */
const install = async () =>
  (await apiOf('administrator')).call('POST', PATH, { metadata: where });

const placeOf = async (token = 'agent') =>
  new FlagConfigMap(where, await apiOf(token), quickClock());

beforeEach(async () => {
  apis = [];
  folder = await mkdtemp(join(tmpdir(), 'sphera-tokens-'));
  kubernetes = await startKubernetesStandIn({
    clusters: ['here'],
    accounts: [
      { token: 'agent', user: AGENT, rules: readRules(manifest) },
      { token: 'administrator', user: 'dana' },
      { token: 'nobody', user: 'nobody', rules: [] },
    ],
  });
});
afterEach(async () => {
  for (const api of apis) api.close();
  await kubernetes.stop();
  await rm(folder, { recursive: true, force: true });
});

describePlace('A ConfigMap, as a place', async () => {
  const place = await placeOf('administrator');
  const editor = await placeOf('administrator');
  return {
    place,
    async putByHand(text) {
      await editor.write(text, await editor.read());
    },
    async readAside(name) {
      const api = await apiOf('administrator');
      return (await api.call('GET', `${PATH}/flags`)).body.data[name];
    },
    async stop() {},
  };
});

describe('A ConfigMap of flags', () => {
  it('keeps what else is in it', async () => {
    const api = await apiOf('administrator');
    await api.call('POST', PATH, {
      metadata: { ...where, labels: { team: 'shop' } },
      data: { other: 'stays' },
    });
    const place = await placeOf();
    await place.write('{"flags":{}}', await place.read());
    const { body } = await api.call('GET', `${PATH}/flags`);
    expect(body.metadata.labels).toEqual({ team: 'shop' });
    expect(body.data).toEqual({ other: 'stays', 'flags.json': '{"flags":{}}' });
  });

  it('has less room where something else is in it', async () => {
    await install();
    const place = await placeOf();
    await place.read();
    const alone = place.maxBytes;
    await (
      await apiOf('administrator')
    ).call('PATCH', `${PATH}/flags`, {
      data: { other: '€'.repeat(1_000) },
      binaryData: { more: 'AAAA' },
    });
    await place.read();
    expect(place.maxBytes).toBe(alone - 3_004);
  });

  it('gives the room of what was set aside to flags', async () => {
    await install();
    const place = await placeOf();
    const alone = place.maxBytes;
    const broken = await place.write('{'.repeat(1_000), await place.read());
    await place.setAside(broken.text, new Date('2026-11-24T12:00:00Z'));
    const found = await place.read();
    expect(place.maxBytes).toBe(alone);
    await place.write('x'.repeat(alone), found);
    const { body } = await (await apiOf('agent')).call('GET', `${PATH}/flags`);
    expect(Object.keys(body.data)).toEqual(['flags.json']);
  });

  it('keeps as much of a broken text as there is room for', async () => {
    await install();
    const place = await placeOf();
    const text = '{'.repeat(place.maxBytes - 3_000);
    await place.write(text, await place.read());
    const key = await place.setAside(text, new Date('2026-11-24T12:00:00Z'));
    const { body } = await (await apiOf('agent')).call('GET', `${PATH}/flags`);
    expect(body.data).toEqual({
      'flags.json': text,
      [key]: text.slice(0, 1_000),
    });
  });

  it('keeps the last broken text under a key of its own', async () => {
    await install();
    const place = await placeOf();
    await place.write('{', await place.read());
    await place.setAside('{', new Date('2026-11-24T12:00:00Z'));
    await place.setAside('{{', new Date('2026-11-24T13:00:00Z'));
    const { body } = await (await apiOf('agent')).call('GET', `${PATH}/flags`);
    expect(body.data).toEqual({
      'flags.json': '{',
      'flags.json.broken-2026-11-24T13-00-00Z': '{{',
    });
  });

  it('says which rights are missing, and never a token', async () => {
    await expect((await placeOf('nobody')).read()).rejects.toThrow(
      'The agent may not read or write the ConfigMap default/flags: its service account needs get and patch on it, and create where it is not there yet',
    );
  });

  it('says that the API does not know its token', async () => {
    await expect((await placeOf('stranger')).read()).rejects.toThrow(
      'The Kubernetes API does not know the token of the agent’s service account',
    );
  });

  it('says that the API cannot be reached', async () => {
    const place = await placeOf();
    await kubernetes.stop();
    await expect(place.read()).rejects.toThrow(
      /^The Kubernetes API cannot be reached \(E\w+\)$/,
    );
  });
});

describe('An agent whose place is a ConfigMap', () => {
  let agent: AgentOfTest;
  beforeEach(async () => {
    await install();
    agent = await AgentOfTest.make();
  });
  afterEach(async () => agent.remove());

  const flagsIn = async (place: FlagConfigMap) =>
    JSON.parse((await place.read())?.text ?? '{}').flags;

  it('keeps it as it is wished, and reports what is changed by hand', async () => {
    const place = await placeOf();
    agent.start({ flags: place });
    await agent.portal.wish({ definition: ON });
    await eventually(async () =>
      expect(await flagsIn(place)).toEqual({ 'new-checkout': entry(ON, 1) }),
    );
    await eventually(async () =>
      expect(await agent.portal.reports('snapshot')).not.toEqual([]),
    );
    const edited = { flags: { 'new-checkout': entry(OFF, 1) } };
    await place.write(JSON.stringify(edited), await place.read());
    await eventually(async () => {
      const last = (await agent.portal.reports('snapshot')).at(-1);
      expect(last?.flags).toMatchObject([{ definition: OFF }]);
    });
  });

  it('can keep a file besides, which the ConfigMap follows', async () => {
    const copy = await placeOf();
    const file = new FlagFile(agent.path, agent.clock);
    agent.start({ flags: new MirroredPlace(file, copy) });
    await agent.portal.wish({ definition: ON });
    const there = { 'new-checkout': entry(ON, 1) };
    await eventually(async () => {
      expect(await agent.flags()).toEqual(there);
      expect(await flagsIn(copy)).toEqual(there);
    });
    await copy.write('{"flags":{}}', await copy.read());
    await eventually(async () => expect(await flagsIn(copy)).toEqual(there));
  });
});
