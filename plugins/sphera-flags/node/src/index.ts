export * from './bus/Bus';
export * from './bus/topics';
export * from './log/Log';
export * from './messages';
export * from './kafka/KafkaSettings';
