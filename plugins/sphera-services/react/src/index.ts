export type { ServiceCellProps, ServiceColumn } from './ServiceColumn';
export { serviceColumnDataRef } from './ServiceColumn';
export {
  ServiceColumnBlueprint,
  type ServiceColumnParams,
} from './ServiceColumnBlueprint';
export * from './facts/FactLink';
export * from './fields/ServiceField';
export * from './filters/EnvironmentSelect';
export * from './filters/useTeams';
export * from './fleet/useFleet';
export * from './links/LinkMark';
export * from './links/linkSections';
export * from './links/LinksMenu';
export * from './useServiceLinks';
