import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Certificates, makeCertificates } from './certificates';
import { freePorts } from './freePorts';
import { JavaOfKafka } from './JavaOfKafka';
import { KafkaNode } from './KafkaNode';
import type { KafkaWish } from './KafkaWish';
import { newClusterId } from './newClusterId';
import { type NodePorts, nodeProperties } from './nodeProperties';

/**
 * A Kafka of a test's own: brokers on private ports of this machine, with data in a temporary folder, that can be killed.
 * It needs the jars of Kafka, which `npm run test:services` makes ready.
 */
export class RealKafka {
  private constructor(
    private readonly folder: string,
    private readonly nodes: KafkaNode[],
    private readonly ports: NodePorts[],
    /** Where clients come over TLS. */
    readonly certificates?: Certificates,
  ) {}

  /** @throws Error where there are no jars, or it does not start: with the end of its log */
  static async start(
    wish: KafkaWish = {},
    env: NodeJS.ProcessEnv = process.env,
  ): Promise<RealKafka> {
    const folder = await mkdtemp(join(tmpdir(), 'sphera-kafka-'));
    let kafka: RealKafka | undefined;
    try {
      kafka = await RealKafka.make(folder, wish, new JavaOfKafka(env));
      await kafka.restartAll();
      return kafka;
    } catch (error) {
      await kafka?.killAll();
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  private static async make(
    folder: string,
    wish: KafkaWish,
    java: JavaOfKafka,
  ): Promise<RealKafka> {
    const count = wish.nodes ?? 1;
    const certificates = wish.tls ? await makeCertificates(folder) : undefined;
    const free = await freePorts(count * 3);
    const ports = Array.from({ length: count }, (_, index) => {
      const [client, inner, controller] = free.slice(index * 3);
      return { client, inner, controller };
    });
    const cluster = newClusterId();
    const nodes = await Promise.all(
      ports.map(async (_, index) => {
        const own = join(folder, `node-${index + 1}`);
        await mkdir(own);
        const node = new KafkaNode(java, own);
        const properties = nodeProperties({
          node: index + 1,
          ports,
          folder: node.data,
          wish,
          certificates: certificates?.files,
        });
        await node.format(properties, cluster, wish.users ?? {});
        return node;
      }),
    );
    return new RealKafka(folder, nodes, ports, certificates);
  }

  /** `127.0.0.1:40123` of each, for clients. */
  get brokers(): string[] {
    return this.ports.map(({ client }) => `127.0.0.1:${client}`);
  }

  /** The same behind the inner door: no TLS, no password, everything allowed. */
  get innerBrokers(): string[] {
    return this.ports.map(({ inner }) => `127.0.0.1:${inner}`);
  }

  /** Ends a broker as a power cut would. @param node - from 1 */
  async kill(node: number): Promise<void> {
    await this.node(node).kill();
  }

  /** Starts a broker that was killed. @param node - from 1 */
  async restart(node: number): Promise<void> {
    await this.node(node).start();
  }

  async killAll(): Promise<void> {
    await Promise.all(this.nodes.map(node => node.kill()));
  }

  async restartAll(): Promise<void> {
    await Promise.all(this.nodes.map(node => node.start()));
  }

  /** Ends all of it, and removes its data. */
  async stop(): Promise<void> {
    await this.killAll();
    await rm(this.folder, { recursive: true, force: true });
  }

  private node(number: number): KafkaNode {
    const node = this.nodes[number - 1];
    if (!node) throw new Error(`This Kafka has no broker ${number}`);
    return node;
  }
}
