import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createFlagsPlugin } from '../../../plugins/sphera-flags/backend/src';
import locks from '../../../plugins/sphera-locks/backend/src';
import { remoteFleet } from '../flagClusters';
import { type Portal, startPortal } from '../Portal';
import { services } from '../services';
import { AllClusters } from './AllClusters';
import { databaseConfig, type GrowthDatabase } from './GrowthDatabase';

/** A portal of so many clusters, with whose database another one can go on. */
export class GrowingPortal {
  private readonly fleet: ReturnType<typeof remoteFleet>;
  readonly agents: AllClusters;
  private portal?: Portal;

  constructor(clusters: number, private readonly database: GrowthDatabase) {
    this.fleet = remoteFleet(clusters);
    this.agents = new AllClusters(this.fleet.clusters.map(({ name }) => name));
  }

  async start(): Promise<void> {
    this.portal = await startPortal({
      features: [
        createFlagsPlugin({ openBus: this.agents.openBus }),
        locks,
        catalogServiceMock.factory({ entities: services }),
      ],
      operations: ['sphera-flags:*'],
      fleet: this.fleet,
      database: databaseConfig(this.database),
      // The log of the agents is in its place.
      sphera: { flags: { transport: { log: 'http://127.0.0.1:9' } } },
    });
  }

  /** Asks an operation; with a body, to do something. */
  async ask(operation: string, body?: object): Promise<string> {
    const { address, headers } = this.portal!;
    const response = await fetch(
      `${address}/api/sphera-flags/v1/${operation}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          ...headers,
          'content-type': 'application/json',
          // One that rested while something was measured may be gone.
          connection: 'close',
        },
        body: body && JSON.stringify(body),
      },
    );
    const answer = await response.text();
    if (!response.ok) throw new Error(answer);
    return answer;
  }
}
