import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ask, run } from './children.mjs';
import {
  explainMavenFailure,
  instead,
  javaVersionIn,
  oldestJava,
} from './kafkaFailure.mjs';
import { packagesFolder, root, shown, toolchainFolder } from './places.mjs';
import { readyProgram } from './programs.mjs';
import { duration, note, step, Stop } from './say.mjs';

const pom = join(root, 'scripts/kafka/pom.xml');

/**
 * What the tests start Kafka brokers from: its jars and a Java. Nothing is made
 * ready where SPHERA_TEST_KAFKA_BROKERS names brokers that run already.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ brokers?: string, libs?: string, java?: string, stop(): void }>}
 *   `libs`: the folder of the jars; `stop`: nothing runs, so it does nothing
 * @throws Stop if there is no Java or Maven, or the jars cannot be fetched
 */
export async function readyKafka(env = process.env) {
  const brokers = env.SPHERA_TEST_KAFKA_BROKERS;
  if (brokers) return { brokers, stop() {} };
  const java = await readyJava();
  await readyOpenssl();
  return { java, libs: await readyLibs(), stop() {} };
}

async function readyJava() {
  const java = await readyProgram({
    names: ['java'],
    debianPackages: ['openjdk-17-jre-headless'],
    what: 'Java for the Kafka of the tests',
    otherwise: `install Java ${oldestJava} or newer, or ${instead}.`,
  });
  const { output } = await ask(java, ['-version']);
  const version = javaVersionIn(output);
  if (version >= oldestJava) return java;
  throw new Stop(
    `${java} is Java ${version}, which is too old for Kafka: install Java ${oldestJava} or newer and put it first on the PATH, or ${instead}.`,
  );
}

/** Makes the certificates of brokers that are reached over TLS. */
async function readyOpenssl() {
  await readyProgram({
    names: ['openssl'],
    debianPackages: ['openssl'],
    what: 'OpenSSL for the certificates of the Kafka of the tests',
    otherwise: `install it, or ${instead}.`,
  });
}

/** A folder with the jars of Kafka alone, made anew whenever the pom changes. */
async function readyLibs() {
  const text = await readFile(pom);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const home = join(packagesFolder, `kafka-${hash}`);
  if (existsSync(home)) return home;

  const maven = await readyProgram({
    names: ['mvn'],
    debianPackages: ['maven'],
    what: 'Maven, which fetches the Kafka of the tests',
    otherwise: `install it (https://maven.apache.org), or ${instead}.`,
  });
  step('Fetching Kafka (about a minute and 45 MB, once)');
  const begin = Date.now();
  const unfinished = `${home}.${process.pid}`;
  try {
    await fetchJars(maven, unfinished);
    await rename(unfinished, home).catch(error => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  note(`done in ${duration(Date.now() - begin)}`);
  return home;
}

async function fetchJars(maven, folder) {
  const log = join(toolchainFolder, 'kafka-install.log');
  const args = [
    '--batch-mode',
    `--file=${pom}`,
    'dependency:copy-dependencies',
    `-DoutputDirectory=${folder}`,
  ];
  if ((await run(maven, args, { log })) === 0) return;
  const output = await readFile(log, 'utf8');
  throw new Stop(`${explainMavenFailure(output)} (all of it: ${shown(log)})`);
}
