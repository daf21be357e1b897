export * from './KafkaSettings';
export type { BusLogger, KafkaBusOptions } from './KafkaBusOptions';
export { openKafkaAgentBus, type KafkaAgentOptions } from './openKafkaAgentBus';
export {
  openKafkaPortalBus,
  type KafkaPortalOptions,
} from './openKafkaPortalBus';
