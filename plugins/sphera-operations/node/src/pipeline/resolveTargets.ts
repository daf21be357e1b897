import { ServiceUnavailableError } from '@backstage/errors';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type { Operation, Target } from '@sphera/plugin-operations-common';
import type { FieldProblem } from '../errors';
import type { TargetResource } from '../permissions/targetResource';
import type { ServiceDirectory, ServiceEntry } from '../ServiceDirectory';
import { inputError } from './parseInput';

/** Where targets are looked up. */
export interface TargetWorld {
  fleet: Fleet;
  directory: ServiceDirectory;
}

/**
 * The targets with their owners, after making sure that each exists (unless the
 * operation answers for unknown ones itself). None at all is the whole fleet.
 * @throws ServiceUnavailableError where the catalog cannot be asked, InputError naming the service, environment, region or cluster that does not.
 */
export async function resolveTargets(
  operation: Operation,
  named: Target | Target[],
  world: TargetWorld,
): Promise<TargetResource[]> {
  const targets = [named].flat();
  if (targets.length === 0) targets.push({});
  const services = await lookUp(operation, targets, world.directory);
  if (operation.unknownTargets === 'refuse') {
    const problems = targets.flatMap(target =>
      problemsOf(operation, target, world.fleet, services),
    );
    if (problems.length > 0) throw inputError(operation, unique(problems));
  }
  return targets.map(target => ({
    ...target,
    owners: services.get(target.service)?.owners ?? [],
  }));
}

type Services = ReadonlyMap<string | undefined, ServiceEntry | undefined>;

async function lookUp(
  operation: Operation,
  targets: Target[],
  directory: ServiceDirectory,
): Promise<Services> {
  // Whoever changes something, or sees a secret, is judged by today's owners, not by memory's.
  const fresh = operation.effect !== 'read' || operation.isConfidential;
  const refs = new Set(targets.flatMap(({ service }) => service ?? []));
  const entries = [...refs].map(
    async ref => [ref, await directory.get(ref, { fresh })] as const,
  );
  return new Map(
    await Promise.all(entries).catch(() => {
      throw new ServiceUnavailableError(
        `"${operation.title}" was not carried out, because the software catalog does not answer right now. Try again in a moment`,
      );
    }),
  );
}

function problemsOf(
  operation: Operation,
  target: Target,
  fleet: Fleet,
  services: Services,
): FieldProblem[] {
  const problems: FieldProblem[] = [
    ...notAmong('environment', target.environment, fleet.environments),
    ...notAmong('region', target.region, fleet.regions),
    ...notAmong('cluster', target.cluster, fleet.clusters),
  ];
  if (target.service !== undefined && !services.get(target.service)) {
    const message = operation.isConfidential
      ? 'must be a service of the catalog'
      : `must be a service of the catalog: it has no ${target.service}`;
    problems.push({ field: 'service', message });
  }
  return problems.map(problem => ({
    ...problem,
    field: fieldCalled(problem.field, operation),
  }));
}

function notAmong(
  field: string,
  name: string | undefined,
  places: Array<{ name: string }>,
): FieldProblem[] {
  if (name === undefined || places.some(place => place.name === name))
    return [];
  const names = places.map(place => place.name).join(', ');
  return [{ field, message: `must be one of ${names || '(none configured)'}` }];
}

/** What names several calls its field in the plural: `environments`. */
function fieldCalled(field: string, { input }: Operation): string {
  const plural = `${field}s`;
  return !(field in input.shape) && plural in input.shape ? plural : field;
}

function unique(problems: FieldProblem[]): FieldProblem[] {
  const bySentence = new Map(
    problems.map(one => [`${one.field} ${one.message}`, one]),
  );
  return [...bySentence.values()];
}
