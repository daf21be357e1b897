import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  readRules,
  startKubernetesStandIn,
  type KubernetesStandIn,
} from '@sphera/dev-fleet';
import { AgentOfTest, entry } from '../__testUtils__/AgentOfTest';
import { OFF, ON } from '../__testUtils__/definitions';
import { eventually } from '../__testUtils__/eventually';
import { quickClock } from '../__testUtils__/quickClock';
import { ClusterApi } from './ClusterApi';
import { FlagConfigMap } from './FlagConfigMap';
import { FlagFile } from './FlagFile';
import { PlaceChangedError } from './FlagPlace';
import { MirroredPlace } from './MirroredPlace';

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

describe('A ConfigMap of flags', () => {
  it('is made where it is not there yet', async () => {
    const place = await placeOf('administrator');
    expect(await place.read()).toBeUndefined();
    const kept = await place.write('{}', undefined);
    expect(await place.read()).toEqual(kept);
  });

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

  it('is not written over somebody else’s change', async () => {
    await install();
    const place = await placeOf();
    const first = await place.write('one', await place.read());
    await place.write('two', first);
    await expect(place.write('three', first)).rejects.toThrow(
      PlaceChangedError,
    );
    const another = await placeOf('administrator');
    await expect(another.write('three', undefined)).rejects.toThrow(
      PlaceChangedError,
    );
    expect((await place.read())?.text).toBe('two');
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
