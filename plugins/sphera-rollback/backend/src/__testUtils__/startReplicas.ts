import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import knex, { type Knex } from 'knex';
import { type Portal, startRollback } from './startRollback';
import { startWorld } from './world';

const PLUGINS = ['sphera-rollback', 'sphera-locks', 'sphera-kubernetes'];

/** Two replicas of the portal in front of one world that follows Git, each with connections and clones of its own. */
export async function startReplicas(
  /** Makes an empty database. */
  makeDatabase: () => Promise<Knex>,
) {
  const made = new Map<string, Knex>();
  for (const plugin of PLUGINS) made.set(plugin, await makeDatabase());
  const world = await startWorld({ follows: true });
  const opened: Knex[] = [];
  const connections = createServiceFactory({
    service: coreServices.database,
    deps: { plugin: coreServices.pluginMetadata },
    factory({ plugin }) {
      const own = knex(made.get(plugin.getId())!.client.config);
      opened.push(own);
      return mockServices.database({ knex: own });
    },
  });
  const replicas: Portal[] = [];
  // One after the other, as a roll-out does: both migrate the same tables.
  for (const name of ['one', 'other']) {
    const replica = await startRollback({
      world,
      config: { cloneFolder: `${world.cloneFolder}/${name}` },
      features: [connections],
    });
    await replica.seen();
    replicas.push(replica);
  }
  return {
    world,
    replicas,
    async stop() {
      for (const replica of replicas) await replica.stop();
      await world.stop();
      for (const own of opened) await own.destroy();
    },
  };
}
