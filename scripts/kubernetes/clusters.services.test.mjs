import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../children.mjs';

/**
 * What the rest of the tests expects of the clusters that we start ourselves
 * (`SPHERA_TEST_KUBECONFIG`), seen through kubectl (`SPHERA_TEST_KUBECTL`).
 */
const { SPHERA_TEST_KUBECONFIG, SPHERA_TEST_KUBECTL } = process.env;
const namespace = `sphera-test-${randomBytes(4).toString('hex')}`;

async function kubectl(...args) {
  const { status, output } = await ask(SPHERA_TEST_KUBECTL, [
    `--kubeconfig=${SPHERA_TEST_KUBECONFIG}`,
    `-n=${namespace}`,
    ...args,
  ]);
  assert.equal(status, 0, output);
  return output;
}

async function get(...args) {
  return JSON.parse(await kubectl('get', ...args, '--output=json'));
}

async function runPod(name, image) {
  await kubectl('run', name, `--image=${image}`);
}

/** @returns the status of the pod's container, once it is as wanted */
async function untilContainer(pod, isWanted) {
  for (let tries = 0; tries < 1_200; tries++) {
    const { status } = await get('pod', pod);
    const container = status.containerStatuses?.[0];
    if (container && isWanted(container)) return { container, status };
    await sleep(100);
  }
  return assert.fail(`the container of ${pod} does not become as wanted`);
}

/** An event is written beside what it tells of, and may come a moment later. */
async function untilEvent(reason, pod) {
  for (let tries = 0; tries < 600; tries++) {
    const { items } = await get('events', `--field-selector=reason=${reason}`);
    if (items.some(({ involvedObject }) => involvedObject.name === pod)) return;
    await sleep(100);
  }
  assert.fail(`no event says ${reason} of ${pod}`);
}

describe('the clusters of the tests', () => {
  before(async () => {
    await kubectl('create', 'namespace', namespace);
    const account = ['serviceaccount/default', '--for=create'];
    await kubectl('wait', ...account, '--timeout=60s');
  });
  after(() => kubectl('delete', 'namespace', namespace, '--wait=false'));

  it('are two, with nodes that are ready', async () => {
    for (const context of ['region-a', 'region-b']) {
      const { items } = await get('nodes', `--context=${context}`);
      assert.equal(items.length, 3);
      for (const { metadata } of items)
        assert.equal(metadata.labels['topology.kubernetes.io/region'], context);
    }
  });

  it('complete a rollout, and another one after a restart', async () => {
    await kubectl('create', 'deployment', 'shop', '--image=shop:1');
    const rollout = ['rollout', 'status', 'deployment/shop', '--timeout=120s'];
    assert.match(await kubectl(...rollout), /successfully rolled out/);
    await kubectl('rollout', 'restart', 'deployment/shop');
    assert.match(await kubectl(...rollout), /successfully rolled out/);
    const { items } = await get('replicasets');
    assert.equal(items.length, 2);
  });

  it('let a pod crash again and again whose image says crashloop', async () => {
    await runPod('crashing', 'shop:1-crashloop');
    const { container, status } = await untilContainer(
      'crashing',
      ({ restartCount }) => restartCount >= 2,
    );
    assert.equal(container.state.waiting.reason, 'CrashLoopBackOff');
    assert.equal(container.lastState.terminated.exitCode, 1);
    assert.equal(status.phase, 'Running');
    await untilEvent('BackOff', 'crashing');
  });

  it('end a pod for want of memory whose image says oom as a word', async () => {
    await runPod('hungry', 'shop:1-oom');
    await runPod('bloom', 'bloom:1');
    const { container } = await untilContainer('hungry', () => true);
    assert.equal(container.lastState.terminated.reason, 'OOMKilled');
    await untilContainer('bloom', ({ ready }) => ready);
  });

  it('find no image that says imagepull-fail', async () => {
    await runPod('unpulled', 'shop:imagepull-fail');
    const { container, status } = await untilContainer('unpulled', () => true);
    assert.equal(container.state.waiting.reason, 'ImagePullBackOff');
    assert.equal(status.phase, 'Pending');
  });

  it("serve a pod's log, its last lines, and the previous container's", async () => {
    await runPod('talking', 'shop:1');
    await untilContainer('talking', ({ ready }) => ready);
    assert.match(await kubectl('logs', 'talking'), /^starting\n/);
    const last = await kubectl('logs', 'talking', '--tail=1');
    assert.equal(last.split('\n').length, 2);
    assert.match(
      await kubectl('logs', 'talking', '--previous'),
      /cannot reach the database/,
    );
  });

  it('say so where an autoscaler has no metrics', async () => {
    await kubectl('autoscale', 'deployment', 'shop', '--min=1', '--max=3');
    const condition = 'condition=ScalingActive=false';
    const wait = ['wait', 'hpa/shop', `--for=${condition}`, '--timeout=60s'];
    await kubectl(...wait);
  });
});
