import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readyKafka } from './kafka.mjs';
import { explainMavenFailure, javaVersionIn } from './kafkaFailure.mjs';
import { root } from './places.mjs';

describe('Kafka', () => {
  it('is the one that SPHERA_TEST_KAFKA_BROKERS names', async () => {
    const { brokers, libs } = await readyKafka({
      SPHERA_TEST_KAFKA_BROKERS: 'kafka-1:9092,kafka-2:9092',
    });
    assert.equal(brokers, 'kafka-1:9092,kafka-2:9092');
    assert.equal(libs, undefined);
  });

  it('consists of jars of one exact version each', async () => {
    const pom = await readFile(join(root, 'scripts/kafka/pom.xml'), 'utf8');
    const versions = [...pom.matchAll(/<version>([^<]+)<\/version>/g)];
    assert.ok(versions.length > 3);
    for (const [, version] of versions) assert.match(version, /^\d+(\.\d+)*$/);
  });

  it('that cannot be fetched tells no network from a refusal', () => {
    assert.match(
      explainMavenFailure(
        '[INFO] Scanning\n[ERROR] Failed to execute goal: Could not transfer artifact: repo.example: Temporary failure in name resolution -> [Help 1]\n',
      ),
      /^Kafka could not be fetched, since the Maven repository does not answer: check/,
    );
    assert.equal(
      explainMavenFailure(
        '[INFO] Scanning\n[ERROR] Failed to execute goal: Could not find artifact org.apache.kafka:kafka_2.13:jar:9.9.9 -> [Help 1]\n[ERROR] \n',
      ),
      'Kafka could not be fetched: Failed to execute goal: Could not find artifact org.apache.kafka:kafka_2.13:jar:9.9.9',
    );
    assert.equal(
      explainMavenFailure(''),
      'Kafka could not be fetched: Maven gave no reason',
    );
  });

  it('runs on a Java whose version is read from what it says', () => {
    assert.equal(javaVersionIn('openjdk version "17.0.15" 2025-04-15'), 17);
    assert.equal(javaVersionIn('java version "1.8.0_402"'), 8);
    assert.equal(javaVersionIn('openjdk version "21" 2023-09-19'), 21);
    assert.equal(javaVersionIn('what?'), 0);
  });
});
