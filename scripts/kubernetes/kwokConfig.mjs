import { readFile } from 'node:fs/promises';

/** How long a pod takes to be ready: long enough to see a rollout in progress. */
const startDelay = { durationMilliseconds: 300 };
const backOffDelay = { durationMilliseconds: 10_000 };

/** What to write into an image's name or tag to have a fault, as in "shop:1.4-crashloop"; podStatus.tpl knows the same words. */
const faults = {
  crashing: 'crashloop|\\boom\\b',
  unpulled: 'imagepull-fail',
};

/**
 * kwok's configuration: how nodes become ready, how pods live, fail and go, and
 * which files are their logs. A pod is ready after 0.3 s, unless an image of it
 * contains
 *
 * - `crashloop`: CrashLoopBackOff, restarted every 10 s;
 * - `oom` as a word of its own: the same, and the last state is OOMKilled;
 * - `imagepull-fail`: ImagePullBackOff.
 *
 * @param {{ current: string, previous: string }} logs files in the format of `logs.mjs`
 * @returns {Promise<string>} documents of JSON, which kwok reads as YAML
 */
export async function kwokConfig(logs) {
  const documents = [...(await stages()), logsOfEveryPod(logs)];
  return documents
    .map(each => JSON.stringify(each, undefined, 2))
    .join('\n---\n');
}

async function stages() {
  const podStatus = await template('podStatus.tpl');
  return [
    stage('node-ready', 'Node', {
      selector: where(is('.status.phase', 'NotIn', 'Running')),
      steps: [status(await template('nodeStatus.tpl'))],
    }),
    stage('pod-start', 'Pod', {
      selector: where(
        isAlive,
        isNew,
        hasNo(`${faults.crashing}|${faults.unpulled}`),
      ),
      delay: startDelay,
      steps: [
        event('Normal', 'Started', 'Container started'),
        status(podStatus),
      ],
    }),
    stage('pod-crash', 'Pod', {
      selector: where(isAlive, isNew, has(faults.crashing)),
      delay: startDelay,
      steps: [backOff, status(podStatus)],
    }),
    stage('pod-crash-again', 'Pod', {
      selector: where(
        isAlive,
        is(
          '.status.containerStatuses[]?.state.waiting.reason',
          'In',
          'CrashLoopBackOff',
        ),
      ),
      delay: backOffDelay,
      steps: [backOff, status(podStatus)],
    }),
    stage('pod-image-missing', 'Pod', {
      selector: where(isAlive, isNew, has(faults.unpulled)),
      delay: startDelay,
      steps: [
        event('Warning', 'Failed', 'Failed to pull image: not found'),
        event('Warning', 'Failed', 'Error: ImagePullBackOff'),
        status(podStatus),
      ],
    }),
    stage('pod-go', 'Pod', {
      selector: where(is('.metadata.deletionTimestamp', 'Exists')),
      steps: [{ delete: true }],
    }),
  ];
}

const isAlive = is('.metadata.deletionTimestamp', 'DoesNotExist');
const isNew = is('.status.containerStatuses[]?.name', 'DoesNotExist');
const has = pattern => is(imagesLike(pattern), 'Exists');
const hasNo = pattern => is(imagesLike(pattern), 'DoesNotExist');
const backOff = event(
  'Warning',
  'BackOff',
  'Back-off restarting failed container',
);

function imagesLike(pattern) {
  return `.spec.containers[].image | select(test(${JSON.stringify(pattern)}))`;
}

function stage(name, kind, spec) {
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Stage',
    metadata: { name },
    spec: { resourceRef: { apiGroup: 'v1', kind }, ...spec },
  };
}

function where(...conditions) {
  return { matchExpressions: conditions.map(jq => ({ jq })) };
}

function is(key, operator, ...values) {
  return { key, operator, ...(values.length && { values }) };
}

function event(type, reason, message) {
  return { event: { type, reason, message } };
}

function status(text) {
  return { patch: { subresource: 'status', root: 'status', template: text } };
}

function logsOfEveryPod({ current, previous }) {
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'ClusterLogs',
    metadata: { name: 'every-pod' },
    spec: {
      logs: [{ logsFile: current, previousLogsFile: previous, follow: true }],
    },
  };
}

function template(name) {
  return readFile(new URL(name, import.meta.url), 'utf8');
}
