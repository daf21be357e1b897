import { createVerifier, TOPICS } from '@sphera/plugin-flags-node';
import type { AgentSettings } from './AgentSettings';
import { textOf, type GivenOptions } from './GivenOptions';
import { LOG_LEVELS, type LogLevel } from './jsonLogger';
import { readDuration } from './readDuration';
import { readKafka } from './readKafka';
import { SettingsError } from './SettingsError';

/** @throws SettingsError */
export function readSettings(given: GivenOptions): AgentSettings {
  const duration = (name: string, otherwise: string) =>
    readDuration(given.text(name) ?? otherwise, name);
  return {
    cluster: readCluster(given),
    ...readPlace(given),
    transport: readTransport(given),
    topics: {
      commands: given.text('commands-topic') ?? TOPICS.commands,
      reports: given.text('reports-topic') ?? TOPICS.reports,
    },
    publicKeys: readPublicKeys(given),
    heartbeatEvery: duration('heartbeat-every', 'PT30S'),
    snapshotEvery: duration('snapshot-every', 'PT5M'),
    port: readPort(given),
    host: given.text('host'),
    logLevel: readLevel(given),
  };
}

function readCluster(given: GivenOptions): string {
  const cluster = given.must('cluster');
  if (!/[/\s]/.test(cluster)) return cluster;
  throw new SettingsError(
    '--cluster must be a name as the portal has it, without slashes and spaces',
  );
}

function readPlace(
  given: GivenOptions,
): Pick<AgentSettings, 'file' | 'configMap' | 'serviceAccountFolder'> {
  const file = given.text('file');
  const configMap = given.text('config-map');
  if (file === undefined && configMap === undefined) {
    throw new SettingsError(
      'Where flags are to be written is missing: set --file or --config-map, or both',
    );
  }
  const [, namespace, name] =
    /^([a-z0-9-]+)\/([a-z0-9.-]+)$/.exec(configMap ?? '') ?? [];
  if (configMap !== undefined && !name) {
    throw new SettingsError('--config-map must be <namespace>/<name>');
  }
  const serviceAccountFolder = given.text('service-account-folder');
  return {
    ...(file !== undefined && { file }),
    ...(name && { configMap: { namespace, name } }),
    ...(serviceAccountFolder !== undefined && { serviceAccountFolder }),
  };
}

function readTransport(given: GivenOptions): AgentSettings['transport'] {
  const log = given.text('log');
  if (log === undefined) return { kafka: readKafka(given) };
  if (given.list('brokers').length) {
    throw new SettingsError('--brokers and --log exclude each other');
  }
  if (URL.canParse(log) && /^https?:/.test(log)) return { log };
  throw new SettingsError(
    '--log must be an address, like http://127.0.0.1:7008/flags/log',
  );
}

function readPublicKeys(given: GivenOptions): AgentSettings['publicKeys'] {
  const keys = given.list('public-key-file').map(text => {
    const [, key, path] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    if (!path) {
      throw new SettingsError(
        '--public-key-file must be <id>=<path>, like portal-1=/keys/portal-1.pem',
      );
    }
    return { key, publicKey: textOf(path, '--public-key-file') };
  });
  if (keys.length) checkKeys(keys);
  return keys;
}

function checkKeys(keys: AgentSettings['publicKeys']): void {
  try {
    createVerifier(keys);
  } catch (error) {
    throw new SettingsError(`--public-key-file: ${(error as Error).message}`);
  }
}

function readPort(given: GivenOptions): number {
  const port = Number(given.text('port') ?? 8080);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new SettingsError('--port must be a number up to 65535');
}

function readLevel(given: GivenOptions): LogLevel {
  const text = given.text('log-level') ?? 'info';
  const level = LOG_LEVELS.find(one => one === text);
  if (level) return level;
  throw new SettingsError(`--log-level must be ${LOG_LEVELS.join(', ')}`);
}
