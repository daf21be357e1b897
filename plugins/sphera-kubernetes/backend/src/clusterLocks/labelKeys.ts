import { parseEntityRef } from '@backstage/catalog-model';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { ServiceMatcher } from '../fleet/ServiceMatcher';
import type { KeysOf } from './wantedData';

const ID = 'backstage.io/kubernetes-id';
/** Labels that name a service, with how the keys made of them begin. */
const LABELS = [
  { label: ID, prefix: 'kubernetes-id' },
  { label: 'app.kubernetes.io/name', prefix: 'app-name' },
];

type Named = Pick<ServiceEntry, 'ref' | 'name' | 'system' | 'annotations'>;

/**
 * Keys of services by their labels, where a label says enough by itself, in
 * every namespace: with them a cluster recognizes a deployment that the portal
 * has not seen yet.
 */
export function labelKeys(services: Named[]): KeysOf {
  const matcher = new ServiceMatcher(services);
  const byRef = new Map(services.map(service => [service.ref, service]));
  return ref => {
    const service = byRef.get(ref);
    // A lock holds on a service that has left the catalog, or is not there yet.
    if (!service) return keys(parseEntityRef(ref).name, LABELS);
    const value = String(service.annotations[ID] ?? service.name);
    const telling = LABELS.filter(
      ({ label }) => matcher.serviceOf(withLabel(label, value)) === ref,
    );
    return keys(value, telling);
  };
}

function keys(value: string, labels: typeof LABELS): string[] {
  return labels.map(({ prefix }) => `${prefix}.${value}`);
}

/** A deployment with one label, in a namespace that no service is narrowed to. */
function withLabel(label: string, value: string) {
  return { namespace: '', labels: { [label]: value }, podLabels: {} };
}
