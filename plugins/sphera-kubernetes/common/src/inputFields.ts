import {
  clusterField,
  environmentField,
  regionField,
  serviceField,
} from '@sphera/plugin-operations-common';
import { namespaceField, objectNameField } from './place';

/** Id of the plugin that carries the operations out. */
export const plugin = 'sphera-kubernetes';

/** Narrows a list to some places; all filters combine. */
export const where = {
  service: serviceField.optional().describe('Absent: all services'),
  environment: environmentField.optional(),
  region: regionField.optional(),
  cluster: clusterField.optional(),
};
/** What a list is about, from where it was narrowed to. */
export const whereTarget = (input: {
  service?: string;
  environment?: string;
  region?: string;
  cluster?: string;
}) => ({
  service: input.service,
  environment: input.environment,
  region: input.region,
  cluster: input.cluster,
});

/** Names one object in one cluster. */
export const one = {
  cluster: clusterField,
  namespace: namespaceField,
  name: objectNameField,
};
