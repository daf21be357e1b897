import type { Lock } from '@sphera/plugin-locks-common';
import { CLUSTER_ACTIONS, ClusterAction } from './ClusterAction';
import { lockSentence } from './lockSentence';

/** By which keys a cluster finds a service, without the action: a label's value, or a deployment's place. */
export type KeysOf = (service: string) => string[];

/** Longest key that a ConfigMap takes. */
const LONGEST_KEY = 253;
/** Of the 1 MiB that an object may have; its metadata names each key once more. */
const MOST_BYTES = 700_000;

/**
 * What the ConfigMap of a cluster should hold: a key per locked action and thing
 * that carries the lock, as `manifests/locks-policy.yaml` looks them up, with
 * the sentence to refuse with. Nothing locked: no key.
 *
 * @param locks - those that hold now, in any environment, the newest first
 */
export function wantedData(
  locks: Lock[],
  environment: string,
  keysOf: KeysOf,
): Record<string, string> {
  const here = locks.filter(
    lock => lock.environment === undefined || lock.environment === environment,
  );
  const data = CLUSTER_ACTIONS.flatMap(action =>
    ofAction(action, here, environment, keysOf),
  );
  return Object.fromEntries(fitting(data));
}

function ofAction(
  action: ClusterAction,
  locks: Lock[],
  environment: string,
  keysOf: KeysOf,
): Array<[string, string]> {
  const holding = locks.filter(lock => lock.actions.includes(action));
  const sentence = (service?: string) =>
    lockSentence(
      holding.filter(lock => !lock.service || lock.service === service),
      { action, service, environment },
    );
  const onAll = holding.some(({ service }) => service === undefined)
    ? [keyed('all', action, sentence())]
    : [];
  const services = new Set(holding.flatMap(({ service }) => service ?? []));
  const onServices = [...services].flatMap(service =>
    keysOf(service).map(key => keyed(key, action, sentence(service))),
  );
  return [...onAll, ...onServices].filter(([key]) => key.length <= LONGEST_KEY);
}

function keyed(key: string, action: string, text: string): [string, string] {
  return [`${key}.${action}`, text];
}

/** Rather less to read than a lock that does not hold, where thousands are set. */
function fitting(data: Array<[string, string]>): Array<[string, string]> {
  const bytes = data.reduce(
    (sum, [key, text]) => sum + key.length + Buffer.byteLength(text),
    0,
  );
  if (bytes <= MOST_BYTES) return data;
  return data.map(([key]) => [key, 'Locked: see the locks in sphera']);
}
