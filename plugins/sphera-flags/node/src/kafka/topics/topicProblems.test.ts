import { TOPICS } from '../../bus/topics';
import { topicProblems } from './topicProblems';
import { commandFor, wantedTopics } from './WantedTopic';

const [commands, reports] = wantedTopics({
  topics: TOPICS,
  partitions: 3,
  replicas: 3,
});
const settings = { 'cleanup.policy': 'compact', 'min.insync.replicas': '2' };

describe('a topic', () => {
  it('is in order where it is as we would make it', () => {
    for (const wanted of [commands, reports]) {
      const found = { inSync: [3, 3, 3], settings: wanted.settings };
      expect(topicProblems(wanted, found)).toEqual([]);
    }
  });

  it('is in order while one copy is away', () => {
    expect(topicProblems(commands, { inSync: [2, 3, 2], settings })).toEqual(
      [],
    );
  });

  it('takes nothing once fewer copies are in sync than it asks for', () => {
    expect(topicProblems(commands, { inSync: [3, 1, 3], settings })).toEqual([
      'The topic sphera.flags.commands.v1 has only 1 of the 2 copies in sync that its min.insync.replicas asks for, so Kafka takes nothing for it: too many brokers are down',
    ]);
  });

  it('has exactly the partitions that the settings say', () => {
    for (const inSync of [[3], [3, 3, 3, 3]]) {
      const [problem] = topicProblems(commands, { inSync, settings });
      expect(problem).toMatch(
        `has ${inSync.length} partitions, and partitions says 3: set it to ${inSync.length},`,
      );
    }
  });

  it('of which Kafka does not say how it cleans up is not blamed for it', () => {
    const found = { inSync: [3, 3, 3], settings: {} };
    expect(topicProblems(commands, found)).toEqual([]);
  });

  it('is made by hand with one command', () => {
    expect(commandFor(reports, 'kafka-1:9092')).toBe(
      'kafka-topics.sh --bootstrap-server kafka-1:9092 --create --topic sphera.flags.reports.v1 --partitions 3 --replication-factor 3 --config cleanup.policy=delete --config retention.ms=604800000 --config min.insync.replicas=2',
    );
  });

  it('of one copy asks for no more than this one', () => {
    const [one] = wantedTopics({ topics: TOPICS, partitions: 1, replicas: 1 });
    expect(one.settings['min.insync.replicas']).toBe('1');
  });
});
