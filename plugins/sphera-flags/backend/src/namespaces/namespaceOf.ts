import { parseEntityRef } from '@backstage/catalog-model';

/** The namespace that a key is in: what comes before its first dot. */
export const namespaceOfKey = (flag: string): string => flag.split('.')[0];

/** The namespace that a service can have: its name. */
export const namespaceOfService = (service: string): string =>
  parseEntityRef(service).name;
