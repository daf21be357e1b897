import type { KafkaWish } from './KafkaWish';

/** Where a node listens: for clients, for the other brokers and tests that may everything, as a controller. */
export interface NodePorts {
  client: number;
  inner: number;
  controller: number;
}

function protocolOf({ tls: isTls, users }: KafkaWish): string {
  if (users) return isTls ? 'SASL_SSL' : 'SASL_PLAINTEXT';
  return isTls ? 'SSL' : 'PLAINTEXT';
}

const copies = (nodes: number) => ({
  'default.replication.factor': String(nodes),
  'min.insync.replicas': nodes > 1 ? '2' : '1',
  'offsets.topic.replication.factor': String(nodes),
  'transaction.state.log.replication.factor': String(nodes),
  'transaction.state.log.min.isr': '1',
});

/** What lets a test go on sooner than with the defaults, which are meant for machines far apart. */
const quick = {
  'auto.create.topics.enable': 'false',
  'offsets.topic.num.partitions': '4',
  'group.initial.rebalance.delay.ms': '0',
  'group.min.session.timeout.ms': '1000',
  // After how long a broker that was killed is replaced by another one.
  'broker.session.timeout.ms': '3000',
  'broker.heartbeat.interval.ms': '500',
  'log.cleaner.backoff.ms': '500',
  'log.cleaner.dedupe.buffer.size': '4194304',
};

function signIn(users: Record<string, string>) {
  const passwords = Object.entries(users)
    .map(([name, password]) => ` user_${name}="${password}"`)
    .join('');
  const module = 'org.apache.kafka.common.security';
  const scram = `${module}.scram.ScramLoginModule required;`;
  return {
    'listener.name.client.sasl.enabled.mechanisms':
      'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
    'listener.name.client.plain.sasl.jaas.config': `${module}.plain.PlainLoginModule required${passwords};`,
    'listener.name.client.scram-sha-256.sasl.jaas.config': scram,
    'listener.name.client.scram-sha-512.sasl.jaas.config': scram,
  };
}

const tls = (files: { broker: string; authority: string }) => ({
  'listener.name.client.ssl.keystore.type': 'PEM',
  'listener.name.client.ssl.keystore.location': files.broker,
  'listener.name.client.ssl.truststore.type': 'PEM',
  'listener.name.client.ssl.truststore.location': files.authority,
  'listener.name.client.ssl.client.auth': 'requested',
});

/** Whoever comes through the inner door is anonymous, and may everything. */
const acls = {
  'authorizer.class.name':
    'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'super.users': 'User:ANONYMOUS',
};

/** `server.properties` of one node. */
export function nodeProperties(options: {
  node: number;
  /** Of all nodes, in order. */
  ports: NodePorts[];
  folder: string;
  wish: KafkaWish;
  /** Files in PEM. */
  certificates?: { broker: string; authority: string };
}): string {
  const { node, ports, folder, wish, certificates } = options;
  const { client, inner, controller } = ports[node - 1];
  const all: Record<string, string> = {
    'process.roles': 'broker,controller',
    'node.id': String(node),
    'controller.quorum.voters': ports
      .map((each, index) => `${index + 1}@127.0.0.1:${each.controller}`)
      .join(','),
    listeners: `CLIENT://127.0.0.1:${client},INNER://127.0.0.1:${inner},CONTROLLER://127.0.0.1:${controller}`,
    'advertised.listeners': `CLIENT://127.0.0.1:${client},INNER://127.0.0.1:${inner}`,
    'listener.security.protocol.map': `CLIENT:${protocolOf(
      wish,
    )},INNER:PLAINTEXT,CONTROLLER:PLAINTEXT`,
    'inter.broker.listener.name': 'INNER',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': folder,
    ...copies(ports.length),
    ...quick,
    ...(wish.users && signIn(wish.users)),
    ...(certificates && tls(certificates)),
    ...(wish.acls && acls),
    ...wish.settings,
  };
  return Object.entries(all)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
