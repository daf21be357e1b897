import { Kafka, logLevel } from 'kafkajs';
import { LogOfTest } from '../__testUtils__/LogOfTest';
import { logTo } from './logTo';

describe('what kafkajs says', () => {
  it('goes into details, without what it has beside its sentence', () => {
    const log = new LogOfTest();
    const kafka = new Kafka({
      brokers: ['kafka-1:9092'],
      logCreator: logTo(log),
      logLevel: logLevel.DEBUG,
    });
    const error = new Error('the value of a record');
    kafka.logger().namespace('Runner').error('It broke down', { error });
    kafka.logger().warn('It is slow');
    expect(log.details).toEqual([
      'kafkajs, Runner: It broke down',
      'kafkajs, client: It is slow',
    ]);
    expect(log.lines).toEqual([]);
  });
});
