import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { join } from 'node:path';
import { AgentOfTest, entry } from '../__testUtils__/AgentOfTest';
import { ClusterOfTest } from '../__testUtils__/ClusterOfTest';
import { OFF, ON } from '../__testUtils__/definitions';
import { quickClock } from '../__testUtils__/quickClock';
import { ClusterApi } from './ClusterApi';
import { FlagConfigMap } from './FlagConfigMap';
import { describePlace } from './__testUtils__/placeContract';

jest.setTimeout(60_000);

let cluster: ClusterOfTest;
let agentFolder: string;
let editorFolder: string;
const apis: ClusterApi[] = [];
let count = 0;

beforeAll(async () => {
  cluster = await ClusterOfTest.make();
  agentFolder = await cluster.installAgent();
  await cluster.kubectl('create serviceaccount editor');
  await cluster.kubectl(
    `create rolebinding editor --clusterrole=edit --serviceaccount=${cluster.namespace}:editor`,
  );
  editorFolder = await cluster.folderOf('editor');
});
afterAll(async () => {
  for (const api of apis) api.close();
  await cluster?.remove();
});

function placeOf(folder: string, name = 'flags'): FlagConfigMap {
  const api = new ClusterApi({
    url: cluster.url,
    caFile: join(folder, 'ca.crt'),
    tokenFile: join(folder, 'token'),
  });
  apis.push(api);
  const where = { namespace: cluster.namespace, name };
  return new FlagConfigMap(where, api, quickClock());
}

const dataOf = async (name: string): Promise<Record<string, string>> =>
  JSON.parse(await cluster.kubectl(`get configmap ${name} -o json`)).data;

describePlace('A ConfigMap of a real cluster', async () => {
  count += 1;
  const name = `flags-${count}`;
  const editor = placeOf(editorFolder, name);
  return {
    place: placeOf(editorFolder, name),
    async putByHand(text) {
      await editor.write(text, await editor.read());
    },
    readAside: async key => (await dataOf(name))[key],
    async stop() {},
  };
});

describe('A ConfigMap of a real cluster', () => {
  it('that has something else in it, takes as many bytes as it says', async () => {
    const name = 'shared';
    const other = 'x'.repeat(300_000);
    await cluster.kubectl(
      'create -f -',
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name },
        data: { other },
      }),
    );
    const place = placeOf(editorFolder, name);
    const found = await place.read();
    const kept = await place.write('x'.repeat(place.maxBytes), found);
    await place.write('y'.repeat(place.maxBytes), kept);
    expect((await dataOf(name)).other).toBe(other);
  });

  it('that is asked for too much, says so', async () => {
    const place = placeOf(editorFolder, 'too-small');
    await expect(place.write('x'.repeat(1_048_577), undefined)).rejects.toThrow(
      /^The Kubernetes API answers with an error \(422\) about the ConfigMap \S+\/too-small: .*Too long: [^.]*1048576 bytes$/,
    );
  });
});

describe('The account that the manifests make', () => {
  it('may read and change the one ConfigMap, and nothing else', async () => {
    const may = async (what: string) =>
      cluster
        .kubectl(`auth can-i ${what} --as=${cluster.agent}`)
        .then(() => true)
        .catch(() => false);
    const allowed: string[] = [];
    for (const what of [
      ...['get', 'patch', 'update', 'delete', 'list', 'watch', 'create'].map(
        verb => `${verb} configmaps/flags`,
      ),
      'get configmaps/another',
      'patch configmaps/another',
      'create configmaps',
      'list configmaps',
      'get secrets',
      'list pods',
    ]) {
      if (await may(what)) allowed.push(what);
    }
    expect(allowed).toEqual(['get configmaps/flags', 'patch configmaps/flags']);
  });

  it('is told in words what it may not', async () => {
    await expect(placeOf(agentFolder, 'another').read()).rejects.toThrow(
      /^The agent may not read or write the ConfigMap \S+\/another: its service account needs get and patch on it/,
    );
  });

  it('is enough for an agent: wishes, edits by hand, broken texts', async () => {
    const agent = await AgentOfTest.make();
    try {
      const place = placeOf(agentFolder);
      agent.start({ flags: place });
      await agent.portal.wish({ definition: ON });
      const flags = async () =>
        JSON.parse((await dataOf('flags'))['flags.json']).flags;
      await eventually(async () =>
        expect(await flags()).toEqual({ 'new-checkout': entry(ON, 1) }),
      );
      const edit = (text: string) =>
        cluster.kubectl(
          'replace -f -',
          JSON.stringify({
            apiVersion: 'v1',
            kind: 'ConfigMap',
            metadata: { name: 'flags' },
            data: { 'flags.json': text },
          }),
        );
      await edit(JSON.stringify({ flags: { 'new-checkout': entry(OFF, 1) } }));
      await eventually(async () => {
        const last = (await agent.portal.reports('snapshot')).at(-1);
        expect(last?.flags).toMatchObject([{ definition: OFF }]);
      });
      await edit('{');
      await eventually(async () => {
        const data = await dataOf('flags');
        const aside = Object.keys(data).find(key => key.includes('.broken-'));
        expect(data[aside!]).toBe('{');
        expect(await flags()).toEqual({ 'new-checkout': entry(ON, 1) });
      });
      expect(await agent.portal.answers()).toEqual(['new-checkout 1 applied']);
    } finally {
      await agent.remove();
    }
  });
});
