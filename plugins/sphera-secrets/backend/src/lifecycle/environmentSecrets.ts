import {
  allPages,
  groupedBy,
  inParts,
  type OperationsService,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import {
  DRIFT_KINDS,
  type Finding,
  listDrift,
  listServiceSecrets,
  type ServiceSecrets,
} from '@sphera/plugin-secrets-common';

/** The secrets of one service in one environment. */
export interface EnvironmentSecrets {
  secrets: number;
  /** What of them differs between regions. */
  drift: readonly Pick<Finding, 'kind' | 'name' | 'regions'>[];
}

const AT_ONCE = 50;
const PAGE = 200;

/** The secrets of services in one environment, by entity ref; those that have none anywhere are left out. */
export async function environmentSecrets(
  operations: Pick<OperationsService, 'ask'>,
  environment: string,
  services: readonly ServiceEntry[],
): Promise<ReadonlyMap<string, EnvironmentSecrets>> {
  const refs = services.map(({ ref }) => ref);
  const [sums, drift] = await Promise.all([
    Promise.all(inParts(refs, AT_ONCE).map(sumsOf)),
    driftOf(refs.length === 1 ? refs[0] : undefined),
  ]);
  const byService = new Map(
    groupedBy(drift, ({ service = '' }) => service).map(found => [
      found[0].service,
      found,
    ]),
  );
  return new Map(
    sums.flat().map(({ service, environments }) => {
      const sum = environments.find(one => one.environment === environment);
      return [
        service,
        { secrets: sum?.secrets ?? 0, drift: byService.get(service) ?? [] },
      ];
    }),
  );

  function sumsOf(lot: string[]): Promise<ServiceSecrets[]> {
    return allPages(cursor =>
      operations.ask(listServiceSecrets, {
        services: lot,
        limit: AT_ONCE,
        cursor,
      }),
    );
  }

  function driftOf(service: string | undefined): Promise<Finding[]> {
    return allPages(cursor =>
      operations.ask(listDrift, {
        service,
        environment,
        kinds: [...DRIFT_KINDS],
        limit: PAGE,
        cursor,
      }),
    );
  }
}
