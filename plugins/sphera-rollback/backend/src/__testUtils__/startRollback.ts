import { portalConfig } from './settings';
import { type PortalOptions, startPortal } from './startPortal';
import { startWorld, type World } from './world';

export type { Caller } from './startPortal';

// A world takes seconds to start where the machine has others to serve.
jest.setTimeout(180_000);

/** A portal of a test. */
export type Portal = Awaited<ReturnType<typeof startRollback>>;

/** The portal with rollback, locks and clusters, in front of a world of stand-ins. */
export async function startRollback(
  options: PortalOptions & {
    /** One that runs already, say that of another replica; it is left running. */
    world?: World;
    /** Whether the clusters of a new world follow Git. */
    follows?: boolean;
    /** Below `sphera.rollback`, in place of what the test settings have. */
    config?: object;
  } = {},
) {
  const world = options.world ?? (await startWorld(options));
  const config = portalConfig(world, options.config);
  const portal = await startPortal(config, options);
  return {
    ...portal,
    world,
    async stop() {
      await portal.stop();
      if (!options.world) await world.stop();
    },
  };
}
