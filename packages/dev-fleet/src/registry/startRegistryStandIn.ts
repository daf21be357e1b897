import { startNeighbours } from '../neighbours/startNeighbours';
import { RegistryStandIn, type RegistryOptions } from './RegistryStandIn';

/** A registry, listening. */
export interface RunningRegistry {
  /** `http://127.0.0.1:7008`, for what asks `/v2/` behind it. */
  url: string;
  /** Its faults and counters. */
  registry: RegistryStandIn;
  stop(): Promise<void>;
}

/** Starts a registry on a free port of this machine. */
export async function startRegistryStandIn(
  options: RegistryOptions,
): Promise<RunningRegistry> {
  const registry = new RegistryStandIn(options);
  return { registry, ...(await startNeighbours([registry])) };
}
