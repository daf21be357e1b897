import type { KubeObject } from '../objects';
import { resources, type Resource } from '../resources';
import { badRequest } from '../StatusError';

/** The fields that a list or watch of a kind can be narrowed by; the real API server knows these, too. */
const FIELDS = new Map<Resource, string[]>([
  [resources.pods, ['spec.nodeName', 'status.phase', 'status.podIP']],
  [
    resources.events,
    [
      'involvedObject.kind',
      'involvedObject.namespace',
      'involvedObject.name',
      'involvedObject.uid',
      'involvedObject.apiVersion',
      'involvedObject.fieldPath',
      'reason',
      'type',
      'source',
    ],
  ],
]);

const COMMON = ['metadata.name', 'metadata.namespace'];

/**
 * `metadata.name=quotes,involvedObject.kind!=Pod`.
 *
 * @throws StatusError 400 for a field that the kind has not
 */
export function parseFieldSelector(
  resource: Resource,
  text: string,
): (object: KubeObject) => boolean {
  const known = [...COMMON, ...(FIELDS.get(resource) ?? [])];
  const tests = text
    .split(',')
    .filter(Boolean)
    .map(part => {
      const match = /^\s*([^\s!=]+)\s*(!=|==|=)\s*(.*?)\s*$/.exec(part);
      if (!match) {
        throw badRequest(
          `invalid selector: '${text}'; can't understand '${part}'`,
        );
      }
      const [, field, operator, value] = match;
      if (!known.includes(field)) {
        throw badRequest(`field label not supported: ${field}`);
      }
      return (object: KubeObject) =>
        (valueAt(object, field) === value) === (operator !== '!=');
    });
  return object => tests.every(test => test(object));
}

function valueAt(object: KubeObject, field: string): string {
  const path = field === 'source' ? ['source', 'component'] : field.split('.');
  const value = path.reduce<unknown>(
    (part, key) => (part as Record<string, unknown> | undefined)?.[key],
    object,
  );
  return String(value ?? '');
}
