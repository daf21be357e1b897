import { systemClock } from '@sphera/plugin-operations-common';
import type { AgentBus, PortalBus } from '../../bus/Bus';
import { connectTo, type KafkaClient } from '../client/KafkaClient';
import type { KafkaSettings } from '../KafkaSettings';
import {
  type KafkaPortalOptions,
  openKafkaPortalBus,
} from '../openKafkaPortalBus';
import { openKafkaAgentBus } from '../openKafkaAgentBus';
import { LogOfTest } from './LogOfTest';
import type { TopicsOfTest } from './TopicsOfTest';

/** Both ends of a Kafka, which are stopped together. */
export class EndsOfKafka {
  readonly log = new LogOfTest();
  readonly #open: Array<{ stop(): Promise<void> }> = [];

  constructor(
    private readonly settings: KafkaSettings,
    private readonly made: TopicsOfTest,
  ) {}

  /** A started portal. */
  portal(wish: Partial<KafkaPortalOptions> = {}): PortalBus {
    return this.mortalPortal(wish).portal;
  }

  /** One that can end without a word, as a process that is killed does. */
  mortalPortal(wish: Partial<KafkaPortalOptions> = {}) {
    const options = { ...this.#options(), ...wish };
    const connect = connectTo(options);
    const clients: KafkaClient[] = [];
    let isDead = false;
    const portal = openKafkaPortalBus(options, purpose => {
      const client = connect(purpose);
      clients.push(client);
      if (isDead) client.cut();
      return client;
    });
    portal.start();
    this.#open.push(portal);
    return {
      portal,
      die() {
        isDead = true;
        for (const client of clients) client.cut();
      },
    };
  }

  agent(cluster: string, settings: Partial<KafkaSettings> = {}): AgentBus {
    const options = this.#options();
    const agent = openKafkaAgentBus({
      ...options,
      settings: { ...this.settings, ...settings },
      cluster,
    });
    this.#open.push(agent);
    return agent;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#open.map(one => one.stop()));
  }

  #options(): KafkaPortalOptions {
    return {
      settings: this.settings,
      topics: this.made.topics,
      partitions: this.made.partitions,
      replicas: 1,
      createTopics: false,
      clock: systemClock,
      logger: this.log,
    };
  }
}
