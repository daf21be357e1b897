import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './children.mjs';
import { readyBinaries } from './kubernetes/binaries.mjs';
import { freePorts } from './kubernetes/freePorts.mjs';
import { buildArguments, buildFailure } from './kubernetes/goBuild.mjs';
import { kubeconfig } from './kubernetes/kubeconfig.mjs';
import { regionNames } from './kubernetes/kubernetes.mjs';
import { startLogs } from './kubernetes/logs.mjs';
import { moduleFolder, pinsIn, readPins } from './kubernetes/pins.mjs';
import { readyKubernetes } from './kubernetes/testKubernetes.mjs';
import { lastWords } from './kubernetes/waiting.mjs';

describe('the pins of the control plane', () => {
  it('name one exact version each', async () => {
    for (const version of Object.values(await readPins()))
      assert.match(version, /^v\d+\.\d+\.\d+$/);
  });

  it('give every staging module the version of Kubernetes', async () => {
    const text = await readFile(join(moduleFolder, 'go.mod'), 'utf8');
    const wanted = pinsIn(text).kubernetes.replace(/^v1/, 'v0');
    const replaced = [...text.matchAll(/^\t(\S+) => \S+ (\S+)$/gm)];
    assert.ok(replaced.length > 20);
    assert.deepEqual(
      replaced.filter(([, , version]) => version !== wanted),
      [],
    );
  });

  it('take etcd in the version that Kubernetes itself uses', async () => {
    const text = await readFile(join(moduleFolder, 'go.mod'), 'utf8');
    const client = /go\.etcd\.io\/etcd\/client\/v3 (\S+)/.exec(text)[1];
    assert.equal(pinsIn(text).etcd, client);
  });

  it('are what the programs say they are', async () => {
    const pins = { kubernetes: 'v1.40.2', etcd: 'v3.9.1', kwok: 'v0.9.0' };
    const flags = buildArguments('/folder', pins).join('\n');
    assert.match(flags, /version\.gitVersion=v1\.40\.2 /);
    assert.match(flags, /version\.gitMinor=40 /);
    assert.match(flags, /consts\.Version=v0\.9\.0/);
  });
});

describe('programs that are missing', () => {
  const env = { ...process.env };
  let empty;
  before(async () => {
    empty = await mkdtemp(join(tmpdir(), 'sphera-programs-'));
  });
  after(async () => {
    process.env.PATH = env.PATH;
    await rm(empty, { recursive: true });
  });

  it('are taken from the PATH where all are there', async () => {
    const names = [
      'etcd',
      'kube-apiserver',
      'kube-controller-manager',
      'kube-scheduler',
      'kubectl',
      'kwok',
    ];
    for (const name of names)
      await writeFile(join(empty, name), '', { mode: 0o755 });
    process.env.PATH = empty;
    const found = await readyBinaries();
    assert.deepEqual(Object.keys(found).sort(), names);
    assert.equal(found.kwok, join(empty, 'kwok'));
  });

  it('name what to install where there is no Go', async () => {
    process.env.PATH = dirname(process.execPath);
    const { buildControlPlane } = await import('./kubernetes/goBuild.mjs');
    await assert.rejects(buildControlPlane(empty, await readPins()), {
      message:
        /^There is no Go, .* install Go 1\.26 or newer .* SPHERA_TEST_KUBECONFIG\.$/,
    });
  });

  it('name what to install where Go is too old', () => {
    const outputs = [
      "go: errors parsing go.mod:\ngo.mod:4: invalid go version '1.26.0': must match format 1.23\ngo.mod:6: unknown directive: tool\n",
      'go: go.mod requires go >= 1.26.0 (running go 1.24.4; GOTOOLCHAIN=local)\n',
    ];
    for (const output of outputs)
      assert.match(
        buildFailure(output),
        /^This Go is too old .* install Go 1\.26/,
      );
  });

  it('tell no network and a full disk from other failures', () => {
    assert.match(
      buildFailure(
        'go: sigs.k8s.io/kwok@v0.8.0: dial tcp: lookup modules.example: no such host',
      ),
      /the Go module proxy does not answer: check the network and GOPROXY/,
    );
    assert.match(
      buildFailure('# runtime\ncompile: write: no space left on device'),
      /the disk is full/,
    );
    assert.equal(
      buildFailure('# k8s.io/api\nx.go:3:1: undefined: y\n'),
      'Kubernetes cannot be built: x.go:3:1: undefined: y',
    );
  });
});

describe('a kubeconfig', () => {
  it('has a context for each region, the first being current', () => {
    const accesses = regionNames(2).map(name => ({
      name,
      url: `https://${name}.example.org`,
      ca: 'PEM',
      token: `token of ${name}`,
    }));
    const config = JSON.parse(kubeconfig(accesses));
    assert.equal(config['current-context'], 'region-a');
    assert.deepEqual(config.contexts[1], {
      name: 'region-b',
      context: {
        cluster: 'region-b',
        user: 'region-b',
        namespace: 'default',
      },
    });
    assert.deepEqual(config.clusters[1], {
      name: 'region-b',
      cluster: {
        server: 'https://region-b.example.org',
        'certificate-authority-data': 'UEVN',
      },
    });
    assert.deepEqual(config.users[1], {
      name: 'region-b',
      user: { token: 'token of region-b' },
    });
  });

  it('may be given, as a file that is there', async () => {
    const file = join(moduleFolder, 'go.mod');
    const { kubeconfig: used } = await readyKubernetes({
      SPHERA_TEST_KUBECONFIG: file,
    });
    assert.equal(used, file);
    await assert.rejects(
      readyKubernetes({ SPHERA_TEST_KUBECONFIG: '/no/such/file' }),
      {
        message:
          /SPHERA_TEST_KUBECONFIG names "\/no\/such\/file", which is no file/,
      },
    );
  });
});

describe('starting a control plane', () => {
  it('takes ports that nothing listens on, each once', async () => {
    const [taken] = await freePorts(1);
    const server = createServer();
    await new Promise(resolve => server.listen(taken, '127.0.0.1', resolve));
    const ports = await freePorts(8, taken);
    server.close();
    assert.equal(new Set(ports).size, 8);
    assert.equal(ports.includes(taken), false);
  });

  it('says what a program said last', () => {
    assert.equal(
      lastWords(
        'I1124 10:00:00.1 1 a.go:1] fine\nError: unknown flag: --x\nUsage:\n  more',
      ),
      'Error: unknown flag: --x',
    );
    assert.equal(
      lastWords('F1124 10:00:00.1 1 a.go:1] cannot listen'),
      'cannot listen',
    );
    assert.equal(lastWords('one\ntwo\n'), 'two');
    assert.equal(lastWords(''), '');
  });

  it('writes a log that grows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sphera-logs-'));
    const logs = await startLogs(folder, {
      now: () => new Date('2026-01-05T09:00:00Z'),
      everyMilliseconds: 5,
    });
    let text;
    do {
      await sleep(5);
      text = await readFile(logs.files.current, 'utf8');
    } while (!text.includes('/orders/2 '));
    logs.stop();
    assert.match(text, /^2026-01-05T09:00:00\.000Z stdout F starting\n/);
    await sleep(20);
    await rm(folder, { recursive: true });
  });
});

describe('node scripts/kubernetes/start.mjs', () => {
  it('says what is no number of control planes', async () => {
    for (const count of ['0', '13', '1.5', 'two', '']) {
      const { status, output } = await ask(process.execPath, [
        'scripts/kubernetes/start.mjs',
        `--count=${count}`,
      ]);
      assert.equal(status, 1);
      assert.match(output, /give a whole number from 1 to 12/);
    }
  });
});
