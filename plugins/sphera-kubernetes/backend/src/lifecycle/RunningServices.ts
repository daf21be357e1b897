import {
  type Deployment,
  listServiceDeployments,
} from '@sphera/plugin-kubernetes-common';
import { pause } from '@sphera/plugin-operations-common';
import {
  allPages,
  type Clock,
  inParts,
  type OperationsService,
  type ServiceDirectory,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';

/** What is looked at of a deployment. */
export type Running = Pick<
  Deployment,
  | 'cluster'
  | 'name'
  | 'version'
  | 'replicas'
  | 'rollout'
  | 'health'
  | 'trouble'
  | 'safeguards'
>;

/** Of all that runs of services, by entity ref; those that run nowhere may be left out. */
export type RunningByService = ReadonlyMap<string, readonly Running[]>;

const AT_ONCE = 50;
// The memory of clusters looks every two seconds which services the catalog has.
const NEW_MS = 4_000;

/** What runs of services, read by few questions. */
export class RunningServices {
  /** When each service of the catalog was first seen here, milliseconds since 1970. */
  private readonly since = new Map<string, number>();

  constructor(
    private readonly parts: {
      operations: Pick<OperationsService, 'ask'>;
      directory: Pick<ServiceDirectory, 'list'>;
      clock: Clock;
    },
  ) {}

  /** Takes a few seconds for services that are new and run nowhere: perhaps it is not known yet what is theirs. */
  async of(
    services: readonly ServiceEntry[],
    signal: AbortSignal,
  ): Promise<RunningByService> {
    const { clock, directory } = this.parts;
    const now = clock.now();
    for (const { ref } of [...(await directory.list()), ...services]) {
      if (!this.since.has(ref)) this.since.set(ref, now);
    }
    const found = await this.read(services);
    const newest = Math.max(
      ...services
        .filter(({ ref }) => !found.has(ref))
        .map(({ ref }) => this.since.get(ref)!),
    );
    const wait = newest + NEW_MS - clock.now();
    if (wait <= 0) return found;
    await pause(wait, clock, signal);
    return this.read(services);
  }

  private async read(
    services: readonly ServiceEntry[],
  ): Promise<RunningByService> {
    const lots = inParts(services, AT_ONCE).map(lot =>
      allPages(cursor =>
        this.parts.operations.ask(listServiceDeployments, {
          services: lot.map(({ ref }) => ref),
          limit: AT_ONCE,
          cursor,
        }),
      ),
    );
    const rows = (await Promise.all(lots)).flat();
    return new Map(rows.map(row => [row.service, row.deployments]));
  }
}
