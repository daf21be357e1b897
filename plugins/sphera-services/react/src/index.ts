export type { ServiceCellProps, ServiceColumn } from './ServiceColumn';
export { serviceColumnDataRef } from './ServiceColumn';
export {
  ServiceColumnBlueprint,
  type ServiceColumnParams,
} from './ServiceColumnBlueprint';
