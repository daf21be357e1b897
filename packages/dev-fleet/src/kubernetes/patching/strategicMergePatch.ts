import { badRequest, internalError } from '../StatusError';
import { isObject, type Json } from './json';

/**
 * The key by which the items of a list are told apart, for the lists that merge
 * instead of being replaced (`patchMergeKey` in k8s.io/api).
 */
const MERGE_KEYS: Record<string, string> = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  containerStatuses: 'name',
  env: 'name',
  ports: 'containerPort',
  volumes: 'name',
  volumeMounts: 'mountPath',
  volumeDevices: 'devicePath',
  imagePullSecrets: 'name',
  hostAliases: 'ip',
  topologySpreadConstraints: 'topologyKey',
  conditions: 'type',
  ownerReferences: 'uid',
};

/** Lists of plain values that merge as sets. */
const SETS = ['finalizers'];

type Fields = { [key: string]: Json };

/**
 * Kubernetes' own kind of patch: lists of named things merge by their key, and `$patch`
 * (`delete`, `replace`, `merge`), `$retainKeys`, `$deleteFromPrimitiveList/…` and `$setElementOrder/…` steer it.
 *
 * @throws StatusError 400 if it is no object, 500 (as the real one) for an item of a list without its key
 */
export function strategicMergePatch(document: Json, patch: Json): Json {
  if (!isObject(patch)) {
    throw badRequest(
      'json: cannot unmarshal array into Go value of type map[string]interface {}',
    );
  }
  return mergeFields(isObject(document) ? document : {}, patch);
}

function mergeFields(document: Fields, patch: Fields): Fields {
  const { $patch: directive, $retainKeys: retained, ...fields } = patch;
  if (directive === 'replace') return fields;
  if (directive === 'delete') return {};
  const merged = { ...document };
  if (Array.isArray(retained)) {
    for (const key of Object.keys(merged)) {
      if (!retained.includes(key)) delete merged[key];
    }
  }
  for (const [key, value] of Object.entries(fields)) {
    const [special, list] = key.split('/');
    if (special === '$setElementOrder') continue;
    if (special === '$deleteFromPrimitiveList') {
      const current = merged[list];
      if (Array.isArray(current) && Array.isArray(value)) {
        merged[list] = current.filter(item => !value.includes(item));
      }
    } else if (value === null) delete merged[key];
    else merged[key] = mergeValue(key, merged[key], value);
  }
  return merged;
}

function mergeValue(key: string, current: Json | undefined, value: Json): Json {
  if (isObject(value)) {
    return mergeFields(isObject(current) ? current : {}, value);
  }
  if (!Array.isArray(value)) return value;
  const items = Array.isArray(current) ? current : [];
  if (SETS.includes(key)) return [...new Set([...items, ...value])];
  const mergeKey = MERGE_KEYS[key];
  return mergeKey ? mergeItems(mergeKey, items, value) : value;
}

function mergeItems(mergeKey: string, current: Json[], patches: Json[]): Json {
  const replaces = patches.some(
    patch =>
      isObject(patch) && patch.$patch === 'replace' && !(mergeKey in patch),
  );
  let merged: Json[] = replaces ? [] : [...current];
  for (const patch of patches) {
    if (!isObject(patch)) continue;
    const { $patch: directive, ...fields } = patch;
    if (directive === 'replace' && !(mergeKey in patch)) continue;
    if (!(mergeKey in patch)) {
      throw internalError(
        `map: map[${Object.entries(fields)
          .map(([key, value]) => `${key}:${value}`)
          .join(' ')}] does not contain declared merge key: ${mergeKey}`,
      );
    }
    const isMeant = (item: Json) =>
      isObject(item) && item[mergeKey] === patch[mergeKey];
    const index = merged.findIndex(isMeant);
    if (directive === 'delete') merged = merged.filter(item => !isMeant(item));
    else if (index < 0) merged.push(mergeFields({}, fields));
    else merged[index] = mergeFields(merged[index] as Fields, patch);
  }
  return merged;
}
